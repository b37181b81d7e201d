import type { Message, Reply, ReplyDetails, ReplyProgress, Usage } from '#shared/message'

/** A row of `messages`. */
export interface MessageRow {
  readonly id: string
  readonly parent_id: string | null
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly thought: string
  readonly model_id: string | null
  readonly progress: string | null
  readonly usage: string | null
  readonly details: string | null
  readonly created_at: number
}

export const MESSAGE_COLUMNS =
  'id, parent_id, role, text, thought, model_id, progress, usage, details, created_at'

export function toMessage(row: MessageRow): Message {
  const node = { id: row.id, parentId: row.parent_id, text: row.text, createdAt: row.created_at }
  if (row.role === 'user') return { ...node, role: 'user' }
  return {
    ...node,
    role: 'assistant',
    thought: row.thought,
    modelId: row.model_id ?? '',
    // Only this app writes the file, and only with these types.
    progress: JSON.parse(row.progress ?? '') as ReplyProgress,
    ...toFacts(row),
  }
}

/** What the provider said beside the words, out of its columns. */
export function toFacts({
  usage,
  details,
}: Pick<MessageRow, 'usage' | 'details'>): Pick<Reply, 'usage' | 'details'> {
  return {
    ...(usage === null ? {} : { usage: JSON.parse(usage) as Usage }),
    ...(details === null ? {} : { details: JSON.parse(details) as ReplyDetails }),
  }
}

/**
 * The text as SQLite can give it back: it cuts at a NUL and has no half of a surrogate pair.
 * Both become U+FFFD, so the length in UTF-16 units stays.
 */
export function toStorable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}
