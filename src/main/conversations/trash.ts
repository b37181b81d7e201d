import type { TrashItem, TrashPage, TrashPlace } from '#shared/trash'

import type { Database } from './connect'
import type { Clock } from './conversation-store'
import { KEPT_MS, takeAway } from './empty-trash'
import type { TreeStore } from './tree-store'

const PAGE = 100
const EXCERPT_LENGTH = 200
/** Older than anything that was ever deleted: what has it is taken away, or is left without words for what hangs on it. */
const GONE_AT = 0

/** What was deleted, act by act, for as long as it can be brought back. */
export interface Trash {
  page(after: TrashPlace | undefined): TrashPage
  /** All or nothing. */
  restore(places: readonly TrashPlace[]): void
  /**
   * All or nothing. From then on nobody finds or brings back any of it. While a reply in it still writes its last words,
   * what they are written to stays until the trash is emptied the next time.
   */
  deleteForGood(places: readonly TrashPlace[], isWriting: boolean): void
  /** The ways to all that was deleted until then. */
  placesUntil(until: number): readonly TrashPlace[]
}

export function createTrash(database: Database, tree: Pick<TreeStore, 'restoreWithin'>, now: Clock): Trash {
  /** What is older is without words, and only there for what hangs on it. */
  const oldest = () => now() - KEPT_MS

  function page(after: TrashPlace | undefined): TrashPage {
    const { conversationId, deletedAt } = after ?? {
      conversationId: '',
      deletedAt: Number.MAX_SAFE_INTEGER,
    }
    const at = oldest()
    const items = database.all<Row>(LIST, [at, at, deletedAt, conversationId, PAGE]).map(toItem)
    const last = items.length === PAGE ? items.at(-1) : undefined
    if (last === undefined) return { items }
    return { items, next: { conversationId: last.conversationId, deletedAt: last.deletedAt } }
  }

  function restore(places: readonly TrashPlace[]): void {
    database.transact(() => {
      for (const { conversationId, deletedAt } of places) {
        const isConversation = database.run(RESTORE, [conversationId, deletedAt]) > 0
        if (!isConversation) tree.restoreWithin(conversationId, deletedAt)
      }
    }, 'full')
  }

  function deleteForGood(places: readonly TrashPlace[], isWriting: boolean): void {
    database.transact(() => {
      for (const { conversationId, deletedAt } of places) {
        database.run(LEAVE_CONVERSATION, [GONE_AT, conversationId, deletedAt])
        database.run(LEAVE_MESSAGES, [GONE_AT, conversationId, deletedAt])
      }
      if (!isWriting) takeAway(database, GONE_AT + 1)
    }, 'full')
  }

  function placesUntil(until: number): readonly TrashPlace[] {
    const at = oldest()
    return database.all<TrashPlace>(PLACES, [at, at, until])
  }

  return { page, restore, deleteForGood, placesUntil }
}

interface Row {
  readonly kind: 'conversation' | 'messages'
  readonly conversation_id: string
  readonly deleted_at: number
  readonly title: string
  readonly excerpt: string
  readonly message_count: number
}

function toItem(row: Row): TrashItem {
  return {
    kind: row.kind,
    conversationId: row.conversation_id,
    deletedAt: row.deleted_at,
    title: row.title,
    excerpt: row.excerpt,
    messageCount: row.message_count,
  }
}

/** Messages that went before their conversation did are brought back after it. */
const ACTS = `
  SELECT 'conversation' AS kind, id AS conversation_id, deleted_at, NULL AS first_ordinal
  FROM conversations WHERE deleted_at >= ?
  UNION ALL
  SELECT 'messages', m.conversation_id, m.deleted_at, min(m.ordinal)
  FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
  WHERE m.deleted_at >= ? AND c.deleted_at IS NULL GROUP BY m.conversation_id, m.deleted_at`

const LIST = `
  SELECT act.kind, act.conversation_id, act.deleted_at, c.title,
    coalesce(substr(m.text, 1, ${EXCERPT_LENGTH}), '') AS excerpt,
    (SELECT count(*) FROM messages AS o WHERE o.conversation_id = act.conversation_id
      AND o.deleted_at IS CASE act.kind WHEN 'messages' THEN act.deleted_at END) AS message_count
  FROM (
    SELECT * FROM (${ACTS}) WHERE (deleted_at, conversation_id) < (?, ?)
    ORDER BY deleted_at DESC, conversation_id DESC LIMIT ?
  ) AS act
  JOIN conversations AS c ON c.id = act.conversation_id
  LEFT JOIN messages AS m ON m.ordinal = coalesce(act.first_ordinal,
    (SELECT min(ordinal) FROM messages AS f WHERE f.conversation_id = act.conversation_id AND f.deleted_at IS NULL))
  ORDER BY act.deleted_at DESC, act.conversation_id DESC`

const PLACES = `SELECT conversation_id AS conversationId, deleted_at AS deletedAt FROM (${ACTS}) WHERE deleted_at <= ?`

const RESTORE = 'UPDATE conversations SET deleted_at = NULL WHERE id = ? AND deleted_at = ?'
const LEAVE_CONVERSATION = 'UPDATE conversations SET deleted_at = ? WHERE id = ? AND deleted_at = ?'
const LEAVE_MESSAGES = 'UPDATE messages SET deleted_at = ? WHERE conversation_id = ? AND deleted_at = ?'
