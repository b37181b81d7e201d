/** A piece of an answer, and how long its model thinks before saying it. */
export interface Beat {
  readonly afterMs: number
  readonly text: string
}

/** From 0 up to but not including 1. */
export type Random = () => number

const LONGEST_CHUNK_CODE_POINTS = 12
const GAP_MS = [15, 60] as const
const PAUSE_MS = [120, 320] as const
const PAUSE_CHANCE = 0.04

/** The second half of a flag, a joiner, a skin tone or a combining mark: with what stands before it, one character to the eye. */
const JOINS_THE_ONE_BEFORE = /^[\u{1f1e6}-\u{1f1ff}\u200d\p{Mn}\p{Emoji_Modifier}]/u

/**
 * Cuts a text the way models do: uneven pieces at uneven times, cut anywhere between code points.
 * Whoever shows the pieces as they come shows broken emoji, so each cluster is cut on purpose.
 */
export function* rhythm(text: string, random: Random): Generator<Beat> {
  const codePoints = Array.from(text)
  for (let start = 0; start < codePoints.length;) {
    const length = 1 + Math.floor(random() * LONGEST_CHUNK_CODE_POINTS)
    const chunk = codePoints.slice(start, start + length)
    const seam = chunk.findIndex((codePoint, index) => index > 0 && JOINS_THE_ONE_BEFORE.test(codePoint))
    const piece = seam === -1 ? chunk : chunk.slice(0, seam)
    start += piece.length
    yield { afterMs: between(random() < PAUSE_CHANCE ? PAUSE_MS : GAP_MS, random), text: piece.join('') }
  }
}

export function between([least, most]: readonly [number, number], random: Random): number {
  return Math.round(least + random() * (most - least))
}
