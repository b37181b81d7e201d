import type { OpenConversation, Requests } from '#shared/contract'
import type { Message, Reply } from '#shared/message'

import type { Database } from './connect'
import { MESSAGE_COLUMNS, type MessageRow, toMessage, toStorable } from './message-row'
import { toTitle } from './to-title'

/** Milliseconds since the epoch. */
export type Clock = () => number

/** A prompt, and an empty reply to it. */
export type Turn = Readonly<Requests['startReply']>

/** Every conversation as a tree of messages. Only adds: nothing that was said is ever overwritten. */
export interface ConversationStore {
  /** The one that was written in last. */
  latest(): string | undefined
  /** From the first message to the leaf. A conversation is kept from its first prompt on; before that it is empty. */
  open(conversationId: string): OpenConversation
  /**
   * Adds a prompt and a waiting reply, and makes the reply the leaf: both or neither. Another prompt with the same parent
   * is its sibling: an edit. A prompt that is there already only gets another reply: a second try. Throws when that
   * prompt says something else, or elsewhere.
   */
  addTurn(turn: Turn): Reply
  /** From the first message to this one: what a model is sent. */
  path(messageId: string): readonly Message[]
  /** The conversation that a message stands in. Throws when there is no such message. */
  conversationOf(messageId: string): string
}

export function createConversationStore(database: Database, now: Clock): ConversationStore {
  function latest(): string | undefined {
    const sql = 'SELECT id FROM conversations ORDER BY updated_at DESC, rowid DESC LIMIT 1'
    return database.all<{ id: string }>(sql)[0]?.id
  }

  function open(conversationId: string): OpenConversation {
    const sql = 'SELECT leaf_id FROM conversations WHERE id = ?'
    const leafId = database.all<{ leaf_id: string | null }>(sql, [conversationId])[0]?.leaf_id ?? null
    return { id: conversationId, messages: leafId === null ? [] : path(leafId) }
  }

  function path(messageId: string): readonly Message[] {
    return database.all<MessageRow>(PATH, [messageId]).map(toMessage)
  }

  function addTurn(turn: Turn): Reply {
    const { conversationId, promptId, replyId, modelId } = turn
    const createdAt = now()
    const reply: Reply = {
      ...{ id: replyId, parentId: promptId, role: 'assistant', text: '', thought: '', modelId },
      ...{ progress: { status: 'waiting' }, createdAt },
    }
    return database.transact(() => {
      database.run(ADD_CONVERSATION, [conversationId, toStorable(toTitle(turn.text)), createdAt, createdAt])
      addPrompt(turn, createdAt)
      const progress = JSON.stringify(reply.progress)
      database.run(ADD_REPLY, [replyId, conversationId, promptId, modelId, progress, createdAt])
      moveLeaf(conversationId, replyId, createdAt)
      return reply
    })
  }

  function addPrompt({ conversationId, promptId, parentId, text }: Turn, createdAt: number): void {
    const prompt = [promptId, conversationId, parentId, toStorable(text)]
    if (database.run(ADD_PROMPT, [...prompt, createdAt]) === 1) return
    if (database.all(SAME_PROMPT, prompt).length === 0) throw new Error(`${promptId} is another message`)
  }

  function conversationOf(messageId: string): string {
    const sql = 'SELECT conversation_id AS id FROM messages WHERE id = ?'
    const found = database.all<{ id: string }>(sql, [messageId])[0]
    if (found === undefined) throw new Error(`no message ${messageId}`)
    return found.id
  }

  function moveLeaf(conversationId: string, leafId: string, at: number): void {
    const sql = 'UPDATE conversations SET leaf_id = ?, updated_at = ? WHERE id = ?'
    database.run(sql, [leafId, at, conversationId])
  }

  return { latest, open, addTurn, path, conversationOf }
}

const ADD_CONVERSATION =
  'INSERT INTO conversations (id, title, created_at, updated_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING'

const ADD_PROMPT = `
  INSERT INTO messages (id, conversation_id, parent_id, role, text, created_at)
  VALUES (?, ?, ?, 'user', ?, ?) ON CONFLICT DO NOTHING`

const SAME_PROMPT = `
  SELECT id FROM messages
  WHERE id = ? AND conversation_id = ? AND parent_id IS ? AND role = 'user' AND text = ?`

const ADD_REPLY = `
  INSERT INTO messages (id, conversation_id, parent_id, role, text, model_id, progress, created_at)
  VALUES (?, ?, ?, 'assistant', '', ?, ?, ?)`

const PATH = `
  WITH RECURSIVE up (id, parent_id, height) AS (
    SELECT id, parent_id, 0 FROM messages WHERE id = ?
    UNION ALL
    SELECT m.id, m.parent_id, up.height + 1 FROM up JOIN messages AS m ON m.id = up.parent_id
  )
  SELECT ${MESSAGE_COLUMNS.replaceAll(/\w+/g, 'm.$&')}
  FROM up JOIN messages AS m ON m.id = up.id ORDER BY up.height DESC`
