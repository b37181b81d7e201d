import type { Database } from './connect'

/** How long what was deleted can be brought back. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** Takes away for good what was deleted more than 30 days ago. To be called once, before anything is read. */
export function emptyTrash(database: Database, now: number): void {
  const before = now - KEPT_MS
  database.transact(() => {
    for (const sql of CONVERSATIONS) database.run(sql, [before])
    const messages = database.all<{ id: string }>(MESSAGES, [before])
    // From the last one up, so that a branch goes whole. What others hang on stays, without its words.
    for (const { id } of messages) {
      database.run('UPDATE messages SET text = ?, thought = ?, usage = NULL, details = NULL WHERE id = ?', [
        ...['', '', id],
      ])
      database.run('DELETE FROM reply_arrivals WHERE reply_id = ?', [id])
      database.run(CHILDLESS, [id])
    }
  })
}

const GONE = 'SELECT id FROM conversations WHERE deleted_at < ?'
const WITHIN_GONE = `SELECT id FROM messages WHERE conversation_id IN (${GONE})`

const CONVERSATIONS = [
  'UPDATE conversations SET leaf_id = NULL WHERE deleted_at < ?',
  `DELETE FROM reply_segments WHERE reply_id IN (${WITHIN_GONE})`,
  `DELETE FROM reply_arrivals WHERE reply_id IN (${WITHIN_GONE})`,
  `DELETE FROM messages WHERE conversation_id IN (${GONE})`,
  `DELETE FROM drafts WHERE conversation_id IN (${GONE})`,
  'DELETE FROM conversations WHERE deleted_at < ?',
]

const MESSAGES = 'SELECT id FROM messages WHERE deleted_at < ? ORDER BY ordinal DESC'

const CHILDLESS = `
  DELETE FROM messages WHERE id = ?
    AND NOT EXISTS (
      SELECT 1 FROM messages AS c WHERE c.conversation_id = messages.conversation_id AND c.parent_id = messages.id)
    AND NOT EXISTS (
      SELECT 1 FROM conversations AS c WHERE c.id = messages.conversation_id AND c.leaf_id = messages.id)
    AND NOT EXISTS (SELECT 1 FROM reply_segments AS s WHERE s.reply_id = messages.id)`
