import type { Clock } from '../clock'

export interface HandClock extends Clock {
  /** Lets time pass, running what falls due, in order. */
  readonly pass: (milliseconds: number) => void
  /** How many timers wait. */
  readonly waiting: () => number
}

/** Time that stands still until it is cranked. */
export function createHandClock(epoch = 0): HandClock {
  let now = 0
  const timers = new Map<symbol, { readonly dueAt: number; readonly run: () => void }>()
  const nextDue = (until: number) =>
    [...timers].filter(([, { dueAt }]) => dueAt <= until).sort(([, a], [, b]) => a.dueAt - b.dueAt)[0]
  return {
    now: () => now,
    epoch: () => epoch + now,
    after: (milliseconds, run) => {
      const id = Symbol('timer')
      timers.set(id, { dueAt: now + milliseconds, run })
      return () => timers.delete(id)
    },
    pass: (milliseconds) => {
      const until = now + milliseconds
      for (let due = nextDue(until); due; due = nextDue(until)) {
        const [id, timer] = due
        timers.delete(id)
        now = timer.dueAt
        timer.run()
      }
      now = until
    },
    waiting: () => timers.size,
  }
}
