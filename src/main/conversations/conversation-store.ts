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
  /** The one that was written in last, sent or not; no archived or deleted one. */
  latest(): string | undefined
  /**
   * From the first message to the leaf, or about so many of the last ones and the number of the others. A conversation is
   * kept from its first prompt on; before that it is empty.
   */
  open(conversationId: string, last?: number): OpenConversation
  isDeleted(conversationId: string): boolean
  /**
   * Adds a prompt and a waiting reply, and makes the reply the leaf: both or neither. Another prompt with the same parent
   * is its sibling: an edit. A prompt that is there already only gets another reply: a second try. Throws when that
   * prompt says something else, or elsewhere.
   */
  addTurn(turn: Turn): Reply
  /** From the first message to this one, without the deleted ones: what a model is sent. */
  path(messageId: string): readonly Message[]
  /** The conversation that a message stands in. Throws when there is no such message. */
  conversationOf(messageId: string): string
}

export function createConversationStore(database: Database, now: Clock): ConversationStore {
  function latest(): string | undefined {
    return database.all<{ id: string }>(LATEST)[0]?.id
  }

  function open(conversationId: string, last = NO_LIMIT): OpenConversation {
    const sql = 'SELECT leaf_id FROM conversations WHERE id = ?'
    const leafId = database.all<{ leaf_id: string | null }>(sql, [conversationId])[0]?.leaf_id ?? null
    if (leafId === null) return { id: conversationId, messages: [] }
    const messages = path(leafId, last)
    const [first] = messages
    // Nothing but deleted ones among the last: what is left of the others is the end.
    if (first === undefined) return { id: conversationId, messages: path(leafId) }
    const earlier = last === NO_LIMIT ? 0 : countUpTo(first.parentId)
    return { id: conversationId, messages, ...(earlier > 0 && { earlier }) }
  }

  /** How many messages are left of the way to this one. */
  function countUpTo(messageId: string | null): number {
    return database.all<{ count: number }>(COUNT, [messageId])[0]?.count ?? 0
  }

  function isDeleted(conversationId: string): boolean {
    const sql = 'SELECT id FROM conversations WHERE id = ? AND deleted_at IS NOT NULL'
    return database.all(sql, [conversationId]).length > 0
  }

  function path(messageId: string, last = NO_LIMIT): readonly Message[] {
    return database.all<MessageRow>(PATH, [messageId, last]).map(toMessage)
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
    // Another window may have deleted it meanwhile: what is written now must not go with it.
    const sql = 'UPDATE conversations SET leaf_id = ?, updated_at = ?, deleted_at = NULL WHERE id = ?'
    database.run(sql, [leafId, at, conversationId])
  }

  return { latest, open, isDeleted, addTurn, path, conversationOf }
}

/** To SQLite. */
const NO_LIMIT = -1

const LATEST = `
  SELECT id FROM (
    SELECT * FROM (
      SELECT id, updated_at, rowid AS row FROM conversations WHERE deleted_at IS NULL AND archived_at IS NULL
      ORDER BY updated_at DESC, rowid DESC LIMIT 1
    )
    UNION ALL
    SELECT * FROM (
      SELECT d.conversation_id, d.updated_at, 0 FROM drafts AS d
      LEFT JOIN conversations AS c ON c.id = d.conversation_id
      WHERE c.deleted_at IS NULL AND c.archived_at IS NULL
      ORDER BY d.updated_at DESC LIMIT 1
    )
  ) ORDER BY updated_at DESC, row DESC LIMIT 1`

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
    LIMIT ?
  )
  SELECT ${MESSAGE_COLUMNS.replaceAll(/\w+/g, 'm.$&')}
  FROM up JOIN messages AS m ON m.id = up.id WHERE m.deleted_at IS NULL ORDER BY up.height DESC`

const COUNT = `
  WITH RECURSIVE up (parent_id, is_left) AS (
    SELECT parent_id, deleted_at IS NULL FROM messages WHERE id = ?
    UNION ALL
    SELECT m.parent_id, m.deleted_at IS NULL FROM up JOIN messages AS m ON m.id = up.parent_id
  )
  SELECT count(*) AS count FROM up WHERE is_left`
