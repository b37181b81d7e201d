/** Another process was asked for its time; all three in milliseconds. */
export interface ClockReading {
  /** On our clock, before the question left. */
  readonly askedAt: number
  readonly theirs: number
  /** On our clock, when the answer was here. */
  readonly answeredAt: number
}

export interface Alignment {
  /** What must be added to their time to have ours. */
  readonly offsetMs: number
  /** The offset is wrong by at most so much. */
  readonly errorMs: number
}

/**
 * The offset between two clocks that run equally fast. Their time was read between question and answer, so each
 * reading leaves the offset an interval; what all intervals share is narrower than any of them.
 */
export function alignClocks(readings: readonly ClockReading[]): Alignment {
  const least = Math.max(...readings.map(({ askedAt, theirs }) => askedAt - theirs))
  const most = Math.min(...readings.map(({ answeredAt, theirs }) => answeredAt - theirs))
  // A coarse clock can make the intervals miss each other: then they do so by the error.
  return { offsetMs: (least + most) / 2, errorMs: Math.abs(most - least) / 2 }
}
