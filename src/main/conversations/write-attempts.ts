import { sqliteCode } from './connect'
import { isRefusedByDisk } from './is-refused-by-disk'

export interface WriteAttemptsOptions {
  /** The disk refuses from now on, or for another reason than before. Told once, not at every try. */
  readonly onRefused: (cause: unknown) => void
  /** Everything that it refused is written. */
  readonly onAccepted: () => void
}

/** What became of the last try: after `broken` another one would fail in the same way. */
export type WriteState = 'ready' | 'refused' | 'broken'

/** Tries writes, reply by reply, and tells a disk that refuses from a bug of ours. */
export interface WriteAttempts {
  /** A refusal is remembered, everything else is thrown. */
  attempt(replyId: string, write: () => void): void
  stateOf(replyId: string): WriteState
}

export function createWriteAttempts({ onRefused, onAccepted }: WriteAttemptsOptions): WriteAttempts {
  const refused = new Set<string>()
  const broken = new Set<string>()
  /** SQLite's name for why the disk refuses just now. */
  let refusal: string | undefined

  function attempt(replyId: string, write: () => void): void {
    try {
      write()
    } catch (cause) {
      if (isRefusedByDisk(cause)) return refuse(replyId, cause)
      refused.delete(replyId)
      broken.add(replyId)
      throw cause
    }
    refused.delete(replyId)
    broken.delete(replyId)
    if (refusal === undefined || refused.size > 0) return
    refusal = undefined
    onAccepted()
  }

  function refuse(replyId: string, cause: unknown): void {
    broken.delete(replyId)
    refused.add(replyId)
    if (refusal === sqliteCode(cause)) return
    refusal = sqliteCode(cause)
    onRefused(cause)
  }

  function stateOf(replyId: string): WriteState {
    if (broken.has(replyId)) return 'broken'
    return refused.has(replyId) ? 'refused' : 'ready'
  }

  return { attempt, stateOf }
}
