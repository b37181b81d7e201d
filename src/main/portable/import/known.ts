import type { Database } from '../../conversations/connect'
import { type LineType } from '../columns'
import type { Fields } from './import-record'
import { toUuid } from './to-uuid'

/** What is there already, among the conversations or on the stage. */
export interface Known {
  has(type: LineType, fields: Fields): boolean
  /** The id that a message of this conversation has or gets. */
  placedIn(conversationId: string, messageId: string): string
  /** The id of a message that is there, in this conversation; null when it is not. */
  parentIn(conversationId: string, messageId: string): string | null
  /** The id under which a reply that was taken last stands. */
  placedReply(replyId: string): string
  /** A conversation that is there already may have gone on since. */
  noteLeaf(conversation: Fields): void
  /** The conversations that are there, with where the file says that they have got to. */
  readonly leaves: ReadonlyMap<string, { readonly leafId: string; readonly updatedAt: number }>
}

export function createKnown(present: Database, staged: Database): Known {
  const leaves = new Map<string, { leafId: string; updatedAt: number }>()
  const moved = new Map<string, string>()

  const find = <Row>(database: Database, sql: string, id: string): Row | undefined =>
    database.all<Row>(sql, [id])[0]

  function ownerOf(messageId: string): string | undefined {
    const found =
      find<{ owner: string }>(staged, OWNER, messageId) ?? find<{ owner: string }>(present, OWNER, messageId)
    return found?.owner
  }

  function placedIn(conversationId: string, messageId: string): string {
    const owner = ownerOf(messageId)
    if (owner === undefined || owner === conversationId) {
      moved.delete(messageId)
      return messageId
    }
    const placed = toUuid(conversationId, messageId)
    moved.set(messageId, placed)
    return placed
  }

  function parentIn(conversationId: string, messageId: string): string | null {
    return [messageId, toUuid(conversationId, messageId)].find((id) => ownerOf(id) === conversationId) ?? null
  }

  function has(type: LineType, fields: Fields): boolean {
    const [table, id] = KEYS[type]
    return find(present, `SELECT 1 FROM ${table}`, String(fields[id])) !== undefined
  }

  return {
    has,
    placedIn,
    parentIn,
    placedReply: (replyId) => moved.get(replyId) ?? replyId,
    noteLeaf: ({ id, leafId, updatedAt }) => {
      if (typeof leafId === 'string') leaves.set(String(id), { leafId, updatedAt: Number(updatedAt) })
    },
    leaves,
  }
}

const OWNER = 'SELECT conversation_id AS owner FROM messages WHERE id = ?'

/** Where a row of each kind is looked up, and by which field. */
const KEYS: Readonly<Record<LineType, readonly [table: string, field: string]>> = {
  folder: ['folders WHERE id = ?', 'id'],
  conversation: ['conversations WHERE id = ?', 'id'],
  message: ['messages WHERE id = ?', 'id'],
  arrivals: ['reply_arrivals WHERE reply_id = ?', 'replyId'],
  draft: ['drafts WHERE conversation_id = ?', 'conversationId'],
  parameters: ['conversation_parameters WHERE conversation_id = ?', 'conversationId'],
  preset: ['presets WHERE id = ?', 'id'],
}
