import type { Timer } from './alarm'
import type { Database } from './connect'
import { isRefusedByDisk } from './is-refused-by-disk'

/** How long what was deleted can be brought back. */
export const KEPT_MS = 30 * 24 * 60 * 60 * 1000
/** The app may run for weeks; a computer that slept catches up soon after. */
const LOOK_EVERY_MS = 60 * 60 * 1000

export interface KeepEmptyingOptions {
  readonly database: Database
  readonly timer: Timer
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Something else than a full disk stopped it, until the next start. */
  readonly onFailure: (cause: unknown) => void
}

/** Empties the trash each hour for as long as the app runs. Returns the function that ends it. */
export function keepEmptying({ database, timer, now, onFailure }: KeepEmptyingOptions): () => void {
  let stop = timer(LOOK_EVERY_MS, look)

  function look(): void {
    try {
      emptyTrash(database, now())
    } catch (cause) {
      if (!isRefusedByDisk(cause)) return onFailure(cause)
    }
    stop = timer(LOOK_EVERY_MS, look)
  }

  return () => stop()
}

/** Takes away for good what was deleted more than 30 days ago. */
export function emptyTrash(database: Database, now: number): void {
  database.transact(() => takeAway(database, now - KEPT_MS))
}

/** Takes away for good what was deleted before that time. To be called within a transaction. */
export function takeAway(database: Database, before: number): void {
  for (const sql of CONVERSATIONS) database.run(sql, [before])
  const messages = database.all<{ id: string }>(MESSAGES, [before])
  // From the last one up, so that a branch goes whole. What others hang on stays, without its words.
  for (const { id } of messages) {
    database.run(WORDLESS, ['', '', id])
    database.run('DELETE FROM reply_arrivals WHERE reply_id = ?', [id])
    database.run(CHILDLESS, [id])
  }
}

const GONE = 'SELECT id FROM conversations WHERE deleted_at < ?'
const WITHIN_GONE = `SELECT id FROM messages WHERE conversation_id IN (${GONE})`

const CONVERSATIONS = [
  'UPDATE conversations SET leaf_id = NULL WHERE deleted_at < ?',
  `DELETE FROM reply_segments WHERE reply_id IN (${WITHIN_GONE})`,
  `DELETE FROM reply_arrivals WHERE reply_id IN (${WITHIN_GONE})`,
  `DELETE FROM messages WHERE conversation_id IN (${GONE})`,
  `DELETE FROM drafts WHERE conversation_id IN (${GONE})`,
  `DELETE FROM conversation_parameters WHERE conversation_id IN (${GONE})`,
  'DELETE FROM conversations WHERE deleted_at < ?',
]

const MESSAGES = 'SELECT id FROM messages WHERE deleted_at < ? ORDER BY ordinal DESC'

const WORDLESS = 'UPDATE messages SET text = ?, thought = ?, usage = NULL, details = NULL WHERE id = ?'

const CHILDLESS = `
  DELETE FROM messages WHERE id = ?
    AND NOT EXISTS (
      SELECT 1 FROM messages AS c WHERE c.conversation_id = messages.conversation_id AND c.parent_id = messages.id)
    AND NOT EXISTS (
      SELECT 1 FROM conversations AS c WHERE c.id = messages.conversation_id AND c.leaf_id = messages.id)
    AND NOT EXISTS (SELECT 1 FROM reply_segments AS s WHERE s.reply_id = messages.id)`
