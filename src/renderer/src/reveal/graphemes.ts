const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Unicode sets no limit to the marks that one character may carry. Its Stream-Safe Text Format
 * (UAX #15) allows 30 in a row, and the longest emoji need fewer units. What is longer is cut here.
 */
export const LONGEST_CHARACTER_UNITS = 128

export interface Graphemes {
  /** Where each character ends that nothing to come can join. */
  readonly settledEnds: readonly number[]
  /** Where the last character begins. What comes may still join it: look from here the next time. */
  readonly openFrom: number
  /** Where the last character ends by now. */
  readonly openEnd: number
}

/**
 * The characters of `text` as a reader counts them (UAX #29), from the boundary `from` on. Whether two
 * characters part is decided by the earlier one and the first code point of the later one, so a growing
 * text is never segmented as a whole: only from the last `openFrom` on.
 */
export function splitGraphemes(text: string, from: number): Graphemes {
  const openEnd = wholeLength(text)
  const settledEnds: number[] = []
  let openFrom = from
  for (const { index } of segmenter.segment(text.slice(from, openEnd))) {
    if (index === 0) continue
    openFrom = from + index
    settledEnds.push(openFrom)
  }
  if (openEnd - openFrom < LONGEST_CHARACTER_UNITS) return { settledEnds, openFrom, openEnd }
  settledEnds.push(openEnd)
  return { settledEnds, openFrom: openEnd, openEnd }
}

/** The length of `text` without a surrogate at its end that waits for its other half. */
export function wholeLength(text: string): number {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length
}
