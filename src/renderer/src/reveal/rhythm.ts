/** The rhythm in which text arrives: a smoothed gap between arrivals, and how much gaps vary. */
export interface Rhythm {
  readonly gapMs: number
  readonly variationMs: number
}

/** Before the second chunk nobody knows the rhythm: guess that of a common model. */
export const UNKNOWN_RHYTHM: Rhythm = { gapMs: 60, variationMs: 10 }

/** Text that comes many times a second still flows over a few frames. */
const SHORTEST_SPREAD_MS = 60
/** Nothing waits longer than this for its turn, and one frame for the screen. */
export const LONGEST_SPREAD_MS = 320

const GAP_GAIN = 1 / 8
const VARIATION_GAIN = 1 / 4
const VARIATIONS_COVERED = 8

/** The rhythm after one more gap. A longer gap than any spread can bridge is a pause, and counts as one spread. */
export function nextRhythm(rhythm: Rhythm, gapMs: number): Rhythm {
  const gap = Math.min(gapMs, LONGEST_SPREAD_MS)
  const surprise = gap - rhythm.gapMs
  return {
    gapMs: rhythm.gapMs + GAP_GAIN * surprise,
    variationMs: rhythm.variationMs + VARIATION_GAIN * (Math.abs(surprise) - rhythm.variationMs),
  }
}

/**
 * Over how much time to spread what has just arrived so that it lasts until the next arrival: the
 * depth of a jitter buffer, as audio players choose it. The estimate is the one TCP makes of its
 * round trips (RFC 6298), with twice its allowance for variation: here a reader sees each gap.
 */
export function spreadMs({ gapMs, variationMs }: Rhythm): number {
  const spread = gapMs + VARIATIONS_COVERED * variationMs
  return Math.min(Math.max(spread, SHORTEST_SPREAD_MS), LONGEST_SPREAD_MS)
}
