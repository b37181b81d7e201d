/** Often enough that a second on the screen is never seen to be late. */
const TICK_MS = 250

/** A clock for words that count seconds. One timer for all of them, and none while nobody counts. */
export interface Ticker {
  /** Milliseconds since the epoch. */
  now(): number
  /** Calls back a few times per second, until the returned function is called. */
  subscribe(listener: () => void): () => void
}

export interface TickerParts {
  readonly now: () => number
  /** Calls back again and again; returns the function that ends it. */
  readonly every: (ms: number, tick: () => void) => () => void
}

export function createTicker({ now, every }: TickerParts): Ticker {
  const listeners = new Set<() => void>()
  let stop: (() => void) | undefined

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    stop ??= every(TICK_MS, () => listeners.forEach((listen) => listen()))
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stop?.()
      stop = undefined
    }
  }

  return { now, subscribe }
}

/** The ticker of a window, on the system's clock. */
export function createWindowTicker(): Ticker {
  return createTicker({
    now: () => Date.now(),
    every: (ms, tick) => {
      const timer = setInterval(tick, ms)
      return () => clearInterval(timer)
    },
  })
}
