import type { Clock } from './clock'

export interface SilenceWatch {
  /** From now on, something is expected. */
  readonly expect: () => void
  /** It came. */
  readonly heard: () => void
  readonly end: () => void
}

/**
 * Calls back when something expected has not come within the limit. Made for thousands of chunks: the timer is
 * not set anew for each of them, it looks at the clock when it fires and sleeps on for the rest.
 */
export function createSilenceWatch(clock: Clock, limitMs: number, onSilent: () => void): SilenceWatch {
  let expectedSince: number | undefined
  let cancelTimer: (() => void) | undefined

  const look = () => {
    cancelTimer = undefined
    if (expectedSince === undefined) return
    const left = expectedSince + limitMs - clock.now()
    if (left <= 0) onSilent()
    else cancelTimer = clock.after(left, look)
  }

  return {
    expect: () => {
      expectedSince = clock.now()
      cancelTimer ??= clock.after(limitMs, look)
    },
    heard: () => {
      expectedSince = undefined
    },
    end: () => {
      expectedSince = undefined
      cancelTimer?.()
      cancelTimer = undefined
    },
  }
}
