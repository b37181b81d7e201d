import type { Pulse } from '../pulse'

export interface FakePulse {
  readonly pulse: Pulse
  beat(): void
  /** How many are felt by somebody. */
  countListeners(): number
}

/** A pulse beaten by hand, which like the real one is felt once at the start. */
export function createFakePulse(): FakePulse {
  const beats = new Set<() => void>()
  return {
    pulse: (beat) => {
      beats.add(beat)
      beat()
      return () => beats.delete(beat)
    },
    beat: () => beats.forEach((beat) => beat()),
    countListeners: () => beats.size,
  }
}
