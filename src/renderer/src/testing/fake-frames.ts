import type { Frames } from '../reveal/reveal'

export interface FakeFrames extends Frames {
  /** Lets time pass without a frame: the clock of what arrives between two frames. */
  wait(ms: number): void
  /** Draws one frame that much later. */
  advance(ms: number): void
  /** Whether anybody asked for the next frame. */
  isAwaited(): boolean
}

/** A screen cranked by hand. */
export function createFakeFrames(): FakeFrames {
  let now = 0
  let nextId = 1
  const steps = new Map<number, () => void>()

  function advance(ms: number): void {
    now += ms
    const due = [...steps.values()]
    steps.clear()
    for (const step of due) step()
  }

  return {
    now: () => now,
    request: (step) => {
      steps.set(nextId, step)
      return nextId++
    },
    cancel: (id) => steps.delete(id),
    wait: (ms) => {
      now += ms
    },
    advance,
    isAwaited: () => steps.size > 0,
  }
}
