import type { Timer } from '../conversations/alarm'

const AFTER_MS = 20_000
const LOOK_EVERY_MS = 60 * 60 * 1_000

export interface DailyBackupParts {
  /** Makes the backup of this day, unless there is one. */
  readonly backUp: () => Promise<unknown>
  readonly timer: Timer
  /** Told of every failure. Whether the user has been told, too. */
  readonly onFailure: (cause: unknown) => boolean
  /** Tells the user, once until a backup succeeds again. */
  readonly say: () => void
}

/** Looks soon after the start and each hour whether a backup is due, for as long as the app runs. */
export function keepBackingUp({ backUp, timer, onFailure, say }: DailyBackupParts): void {
  let hasFailed = false

  async function look(): Promise<void> {
    try {
      await backUp()
      hasFailed = false
    } catch (cause) {
      const isSaid = onFailure(cause)
      if (!hasFailed && !isSaid) say()
      hasFailed = true
    }
    timer(LOOK_EVERY_MS, () => void look())
  }

  timer(AFTER_MS, () => void look())
}
