/** Time as the transport sees it; tests crank it by hand. */
export interface Clock {
  /** Milliseconds that never run backwards. */
  readonly now: () => number
  /** Milliseconds since the epoch. */
  readonly epoch: () => number
  /** Runs once, later. Returns the function that prevents it. */
  readonly after: (milliseconds: number, run: () => void) => () => void
}

export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  epoch: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
