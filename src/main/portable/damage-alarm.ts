import { isDamage } from '../conversations/database'
import { markDamaged } from './damage-mark'

export interface DamageAlarmOptions {
  /** The conversations. */
  readonly file: string
  /** Says what was found. Whether the user wants to repair it now. */
  readonly ask: () => Promise<boolean>
  readonly restart: () => void
}

/**
 * For what fails while the conversations are open: a damaged page deep in the file is met only when it is read. Asks once
 * in a run, and repairs at the next start, when nobody else has the file. Says whether the failure was of this kind.
 */
export function createDamageAlarm({ file, ask, restart }: DamageAlarmOptions): (cause: unknown) => boolean {
  let hasAsked = false

  async function raise(): Promise<void> {
    if (!(await ask())) return
    markDamaged(file)
    restart()
  }

  return (cause) => {
    if (!isDamage(rootOf(cause))) return false
    if (!hasAsked) void raise()
    hasAsked = true
    return true
  }
}

/** What a failure was made of that has a sentence of its own. */
function rootOf(cause: unknown): unknown {
  return cause instanceof Error && cause.cause !== undefined ? rootOf(cause.cause) : cause
}
