import type { ReplaySpeed } from '../../transport/recordings/replay-fetch'

export interface NamedReplay {
  readonly recording: string
  readonly speed: ReplaySpeed
}

/** The part of a model's id after `recording/`: `name@10x`, `name@0.5x`, `name@max`. */
export function toReplayName({ recording, speed }: NamedReplay): string {
  return `${recording}@${speed === 'max' ? 'max' : `${speed}x`}`
}

/** A name without a speed is replayed as it was recorded. Undefined for a speed that stands still. */
export function parseReplayName(name: string): NamedReplay | undefined {
  const [, recording = name, max, factor = '1'] = /^(.+)@(?:(max)|(\d+(?:\.\d+)?)x)$/.exec(name) ?? []
  if (max !== undefined) return { recording, speed: 'max' }
  const speed = Number(factor)
  return speed > 0 ? { recording, speed } : undefined
}
