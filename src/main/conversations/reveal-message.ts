import type { Database } from './connect'

/**
 * Makes a message part of its conversation's present branch, if it is not, down to the newest message below it. Gives
 * the conversation; undefined when the message is there no longer.
 */
export function revealMessage(database: Database, messageId: string, now: number): string | undefined {
  return database.transact(() => {
    const found = database.all<Place>(PLACE, [messageId])[0]
    if (found === undefined) return undefined
    const { conversationId, leafId } = found
    const shown = new Set(leafId === null ? [] : pathTo(database, leafId))
    if (shown.has(messageId)) return conversationId
    const path = [...pathTo(database, messageId), ...pathBelow(database, conversationId, messageId)]
    for (const id of path) {
      if (!shown.has(id)) database.run('UPDATE messages SET chosen_at = ? WHERE id = ?', [now, id])
    }
    database.run('UPDATE conversations SET leaf_id = ? WHERE id = ?', [
      path.at(-1) ?? messageId,
      conversationId,
    ])
    return conversationId
  })
}

interface Place {
  readonly conversationId: string
  readonly leafId: string | null
}

function pathTo(database: Database, messageId: string): readonly string[] {
  return database.all<{ id: string }>(PATH, [messageId]).map(({ id }) => id)
}

/** Always on to the branch that was chosen or written last. */
function pathBelow(database: Database, conversationId: string, messageId: string): readonly string[] {
  const path: string[] = []
  for (let id = messageId; ;) {
    const next = database.all<{ id: string }>(NEWEST_CHILD, [conversationId, id])[0]
    if (next === undefined) return path
    id = next.id
    path.push(id)
  }
}

const PLACE = `
  SELECT c.id AS conversationId, c.leaf_id AS leafId
  FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
  WHERE m.id = ? AND m.deleted_at IS NULL AND c.deleted_at IS NULL`

const PATH = `
  WITH RECURSIVE up (id, parent_id, height) AS (
    SELECT id, parent_id, 0 FROM messages WHERE id = ?
    UNION ALL
    SELECT m.id, m.parent_id, up.height + 1 FROM up JOIN messages AS m ON m.id = up.parent_id
  )
  SELECT id FROM up ORDER BY height DESC`

const NEWEST_CHILD = `
  SELECT id FROM messages WHERE conversation_id = ? AND parent_id = ? AND deleted_at IS NULL
  ORDER BY coalesce(chosen_at, created_at) DESC, ordinal DESC LIMIT 1`
