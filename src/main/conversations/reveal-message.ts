import type { Database } from './connect'
import type { TreeStore } from './tree-store'

/**
 * Chooses the branch of a message, unless the one that is shown has it already. Gives its conversation; undefined when
 * the message is there no longer.
 */
export function revealMessage(
  database: Database,
  tree: Pick<TreeStore, 'read' | 'choose'>,
  messageId: string,
): string | undefined {
  const found = database.all<Place>(PLACE, [messageId])[0]
  if (found === undefined) return undefined
  const { conversationId, leafId } = found
  if (!tree.read(conversationId).pathTo(leafId).includes(messageId)) tree.choose(conversationId, messageId)
  return conversationId
}

interface Place {
  readonly conversationId: string
  readonly leafId: string | null
}

const PLACE = `
  SELECT c.id AS conversationId, c.leaf_id AS leafId
  FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
  WHERE m.id = ? AND m.deleted_at IS NULL AND c.deleted_at IS NULL`
