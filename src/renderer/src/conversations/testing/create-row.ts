import type { ConversationRow } from '#shared/conversation'

/** A conversation that was written in at that time, and is nothing special unless told otherwise. */
export function createRow(
  id: string,
  updatedAt: number,
  parts: Partial<ConversationRow> = {},
): ConversationRow {
  const marks = { isPinned: false, isArchived: false, isAnswering: false, isUnread: false }
  return { id, title: `About ${id}`, updatedAt, folderId: null, ...marks, ...parts }
}
