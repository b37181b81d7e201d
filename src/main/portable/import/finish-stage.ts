import type { Database } from '../../conversations/connect'
import type { Known } from './known'

/**
 * Makes the stage whole: what a line that could not be read leaves behind hangs nowhere. A message without its parent is
 * a first one, messages without their conversation get one, and a leaf that is missing is the last message.
 */
export function finishStage(staged: Database, known: Known): void {
  staged.exec(FOUND_CONVERSATIONS)
  for (const { id } of staged.all<{ id: string }>('SELECT id FROM conversations')) {
    if (known.has('conversation', { id })) staged.run('DELETE FROM conversations WHERE id = ?', [id])
  }
  for (const { id, leafId } of staged.all<{ id: string; leafId: string | null }>(LEAVES)) {
    const leaf = leafId === null ? null : known.parentIn(id, leafId)
    staged.run(
      'UPDATE conversations SET leaf_id = coalesce(?, (SELECT id FROM messages WHERE conversation_id = ? ORDER BY ordinal DESC LIMIT 1)) WHERE id = ?',
      [leaf, id, id],
    )
  }
  staged.exec('CREATE TABLE moved_leaves (conversation_id TEXT, leaf_id TEXT, updated_at INTEGER) STRICT')
  for (const [id, { leafId, updatedAt }] of known.leaves) {
    const leaf = known.parentIn(id, leafId)
    const isNew = staged.all('SELECT 1 FROM messages WHERE id = ?', [leaf]).length > 0
    if (isNew) staged.run('INSERT INTO moved_leaves VALUES (?, ?, ?)', [id, leaf, updatedAt])
  }
  untangleFolders(staged, known)
  staged.exec('DELETE FROM reply_arrivals WHERE reply_id NOT IN (SELECT id FROM messages)')
}

/** A folder that is missing holds nothing, and none is inside of itself. */
function untangleFolders(staged: Database, known: Known): void {
  const isThere = (id: string): boolean =>
    staged.all('SELECT 1 FROM folders WHERE id = ?', [id]).length > 0 || known.has('folder', { id })
  for (const [table, column] of [
    ['folders', 'parent_id'],
    ['conversations', 'folder_id'],
  ]) {
    const sql = `SELECT DISTINCT ${column} AS id FROM ${table} WHERE ${column} IS NOT NULL`
    for (const { id } of staged.all<{ id: string }>(sql)) {
      if (!isThere(id)) staged.run(`UPDATE ${table} SET ${column} = NULL WHERE ${column} = ?`, [id])
    }
  }
  staged.exec(CIRCLES)
}

const LEAVES = 'SELECT id, leaf_id AS leafId FROM conversations'

const FOUND_CONVERSATIONS = `
  INSERT INTO conversations (id, title, created_at, updated_at)
  SELECT conversation_id, '', min(created_at), max(created_at) FROM messages
  WHERE conversation_id NOT IN (SELECT id FROM conversations) GROUP BY conversation_id`

const CIRCLES = `
  UPDATE folders SET parent_id = NULL WHERE id NOT IN (
    WITH RECURSIVE down (id) AS (
      SELECT id FROM folders WHERE parent_id IS NULL OR parent_id NOT IN (SELECT id FROM folders)
      UNION SELECT f.id FROM down JOIN folders AS f ON f.parent_id = down.id
    )
    SELECT id FROM down
  )`
