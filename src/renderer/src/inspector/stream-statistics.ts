import type { Arrival } from '#shared/arrival'
import type { Usage } from '#shared/message'

import { createSortedNumbers } from './sorted-numbers'

/** What a stream was like. Undefined is what cannot be known, or not yet. */
export interface StreamFigures {
  /** From the request to the first chunk, thought or text. */
  readonly firstChunkMs: number | undefined
  /** From the request to the first chunk of the answer itself. */
  readonly firstTextMs: number | undefined
  /** From the request to the last chunk. */
  readonly durationMs: number | undefined
  readonly chunks: number
  /** UTF-16 units, thought and text. */
  readonly characters: number
  readonly thoughtCharacters: number
  /** What came after the first chunk, over the time it took. One chunk, or one instant, has no rate. */
  readonly charactersPerSecond: number | undefined
  /** Time between one chunk and the next; quantiles by nearest rank. */
  readonly gapMs: { readonly p50: number; readonly p95: number; readonly max: number } | undefined
}

export interface StreamStatistics {
  /** Counts the chunks that came since the last call; the cost is theirs, not that of the whole stream. */
  take(arrivals: readonly Arrival[]): void
  read(): StreamFigures
}

/** Counts a stream while it comes. */
export function createStreamStatistics(): StreamStatistics {
  const gaps = createSortedNumbers()
  let first: Arrival | undefined
  let firstTextMs: number | undefined
  let lastMs = 0
  let chunks = 0
  let characters = 0
  let thoughtCharacters = 0

  function take(arrivals: readonly Arrival[]): void {
    const fresh: number[] = []
    for (const arrival of arrivals) {
      if (first !== undefined) fresh.push(Math.max(0, arrival.atMs - lastMs))
      first ??= arrival
      if (arrival.kind === 'text') firstTextMs ??= arrival.atMs
      else thoughtCharacters += arrival.length
      lastMs = Math.max(lastMs, arrival.atMs)
      chunks += 1
      characters += arrival.length
    }
    gaps.add(fresh)
  }

  function readRate(): number | undefined {
    if (first === undefined || lastMs <= first.atMs) return undefined
    return (1_000 * (characters - first.length)) / (lastMs - first.atMs)
  }

  function readGaps(): StreamFigures['gapMs'] {
    const [p50, p95, max] = [gaps.quantile(0.5), gaps.quantile(0.95), gaps.quantile(1)]
    return p50 === undefined || p95 === undefined || max === undefined ? undefined : { p50, p95, max }
  }

  function read(): StreamFigures {
    return {
      firstChunkMs: first?.atMs,
      firstTextMs,
      durationMs: first === undefined ? undefined : lastMs,
      chunks,
      characters,
      thoughtCharacters,
      charactersPerSecond: readRate(),
      gapMs: readGaps(),
    }
  }

  return { take, read }
}

/**
 * The rate of the characters in tokens, taking each for the same share of a token. A thought that was billed but never
 * sent took its time before the first chunk, so it does not count. Undefined until the provider has told its usage.
 */
export function toTokensPerSecond(figures: StreamFigures, usage: Usage | undefined): number | undefined {
  const { characters, thoughtCharacters, charactersPerSecond } = figures
  if (usage === undefined || charactersPerSecond === undefined || characters === 0) return undefined
  const tokens = thoughtCharacters > 0 ? usage.output : usage.output - (usage.thought ?? 0)
  return (charactersPerSecond * tokens) / characters
}
