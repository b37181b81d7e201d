/** How a column is written in an export: as it is, as the JSON that it holds, or as the arrivals that it encodes. */
type Column = readonly [field: string, column: string, as?: 'json' | 'arrivals']

/** What an export holds of each table, in the order in which its rows can be written again. */
export const TABLES = {
  folder: {
    table: 'folders',
    columns: [
      ['id', 'id'],
      ['parentId', 'parent_id'],
      ['name', 'name'],
      ['position', 'position'],
      ['createdAt', 'created_at'],
    ],
  },
  conversation: {
    table: 'conversations',
    columns: [
      ['id', 'id'],
      ['title', 'title'],
      ['titleSource', 'title_source'],
      ['createdAt', 'created_at'],
      ['updatedAt', 'updated_at'],
      ['leafId', 'leaf_id'],
      ['folderId', 'folder_id'],
      ['pinnedAt', 'pinned_at'],
      ['archivedAt', 'archived_at'],
      ['deletedAt', 'deleted_at'],
      ['unreadAt', 'unread_at'],
    ],
  },
  message: {
    table: 'messages',
    columns: [
      ['id', 'id'],
      ['conversationId', 'conversation_id'],
      ['parentId', 'parent_id'],
      ['role', 'role'],
      ['text', 'text'],
      ['thought', 'thought'],
      ['modelId', 'model_id'],
      ['progress', 'progress', 'json'],
      ['usage', 'usage', 'json'],
      ['details', 'details', 'json'],
      ['createdAt', 'created_at'],
      ['endedAt', 'ended_at'],
      ['deletedAt', 'deleted_at'],
      ['chosenAt', 'chosen_at'],
    ],
  },
  arrivals: {
    table: 'reply_arrivals',
    columns: [
      ['replyId', 'reply_id'],
      ['chunks', 'arrivals', 'arrivals'],
    ],
  },
  draft: {
    table: 'drafts',
    columns: [
      ['conversationId', 'conversation_id'],
      ['text', 'text'],
      ['updatedAt', 'updated_at'],
    ],
  },
  parameters: {
    table: 'conversation_parameters',
    columns: [
      ['conversationId', 'conversation_id'],
      ['parameters', 'parameters', 'json'],
    ],
  },
  preset: {
    table: 'presets',
    columns: [
      ['id', 'id'],
      ['name', 'name'],
      ['text', 'text'],
      ['updatedAt', 'updated_at'],
    ],
  },
} as const satisfies Record<string, { readonly table: string; readonly columns: readonly Column[] }>

export type LineType = keyof typeof TABLES

export function columnsOf(type: LineType): readonly Column[] {
  return TABLES[type].columns
}

export function columnNames(type: LineType): readonly string[] {
  return columnsOf(type).map(([, column]) => column)
}
