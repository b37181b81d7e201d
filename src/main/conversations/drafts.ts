import type { Database } from './connect'
import type { Clock } from './conversation-store'
import { toStorable } from './message-row'

/** What was typed in each conversation and not sent. */
export interface Drafts {
  read(conversationId: string): string
  keep(conversationId: string, text: string): void
  /** The latest draft of a conversation that nobody has written in yet. */
  blank(): string | undefined
}

export function createDrafts(database: Database, now: Clock): Drafts {
  function read(conversationId: string): string {
    const sql = 'SELECT text FROM drafts WHERE conversation_id = ?'
    return database.all<{ text: string }>(sql, [conversationId])[0]?.text ?? ''
  }

  function keep(conversationId: string, text: string): void {
    if (text === '') database.run('DELETE FROM drafts WHERE conversation_id = ?', [conversationId])
    else database.run(KEEP, [conversationId, toStorable(text), now()])
  }

  return { read, keep, blank: () => database.all<{ id: string }>(BLANK)[0]?.id }
}

const KEEP = `
  INSERT INTO drafts (conversation_id, text, updated_at) VALUES (?, ?, ?)
  ON CONFLICT (conversation_id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`

const BLANK = `
  SELECT conversation_id AS id FROM drafts
  WHERE NOT EXISTS (SELECT 1 FROM conversations AS c WHERE c.id = conversation_id)
  ORDER BY updated_at DESC LIMIT 1`
