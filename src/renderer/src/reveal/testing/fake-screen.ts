import { createFakeFrames, type FakeFrames } from '../../testing/fake-frames'
import type { RevealScreen } from '../screen-frames'

export interface FakeScreen extends RevealScreen {
  readonly frames: FakeFrames
  /** Hides the window, shows it again, or has its reader ask for less motion. */
  setStill(isStill: boolean): void
  /** How many are listening. */
  countListeners(): number
}

/** A window whose frames and whose hiding are done by hand. */
export function createFakeScreen(): FakeScreen {
  const listeners = new Set<() => void>()
  let isStill = false
  return {
    frames: createFakeFrames(),
    isStill: () => isStill,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setStill: (next) => {
      isStill = next
      for (const listener of listeners) listener()
    },
    countListeners: () => listeners.size,
  }
}
