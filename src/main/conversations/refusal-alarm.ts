import { isDamage } from './database'
import { isRefusedByDisk } from './is-refused-by-disk'

const SAID_EVERY_MS = 10 * 60_000

export interface RefusalAlarmParts {
  /** Resolves when the user has seen it. */
  readonly say: () => Promise<unknown>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/**
 * Tells the user that the disk takes nothing, while something can be done about it: once for as long as they have not
 * seen it, and then not again for ten minutes. Neither a bug of ours nor damage, which has choices of its own.
 */
export function createRefusalAlarm({ say, now }: RefusalAlarmParts): (cause: unknown) => void {
  let silentUntil = -Infinity
  return (cause) => {
    if (!isRefusedByDisk(cause) || isDamage(cause) || now() < silentUntil) return
    silentUntil = Infinity
    void say().finally(() => (silentUntil = now() + SAID_EVERY_MS))
  }
}
