import { foldText } from '#shared/fold-text'

import type { Database } from '../connect'
import { messageConditions, type Sought } from './conditions'
import { countHits } from './count-hits'
import { matchWords } from './match-words'

/** A message that fits, and what its place in the list depends on. */
export interface FittingMessage {
  readonly message: {
    readonly conversationId: string
    readonly messageId: string
    readonly title: string
    readonly role: 'user' | 'assistant'
    readonly createdAt: number
  }
  readonly text: string
  /** How often each word stands in it. */
  readonly hits: readonly number[]
  readonly length: number
  readonly createdAt: number
}

export interface FittingMessages {
  readonly messages: readonly FittingMessage[]
  /** There are older ones. */
  readonly hasMore: boolean
}

/** Of a word that stands everywhere, so many of the newest messages compete for the list. */
const ENOUGH = 120
/** Texts that one step reads and compares. */
const TEXTS_AT_ONCE = 100

/** From the newest message to the oldest, in steps that take a few milliseconds each. */
export function* findMessages(database: Database, sought: Sought): Generator<void, FittingMessages> {
  const { words, without } = sought.query
  const conditions = messageConditions(sought)
  const sql = `${FITTING} AND ${conditions.sql} ORDER BY m.ordinal DESC`
  const messages: FittingMessage[] = []
  for (const ordinals of matchWords(database, words)) {
    for (let at = 0; at < ordinals.length; at += TEXTS_AT_ONCE) {
      const some = JSON.stringify(ordinals.slice(at, at + TEXTS_AT_ONCE))
      for (const row of database.all<Row>(sql, [some, ...conditions.values])) {
        const fitting = toFitting(row, words, without)
        if (fitting !== undefined) messages.push(fitting)
      }
      if (messages.length >= ENOUGH) return { messages, hasMore: true }
      yield
    }
    yield
  }
  return { messages, hasMore: false }
}

interface Row {
  readonly id: string
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly created_at: number
  readonly conversation_id: string
  readonly title: string
}

const FITTING = `
  SELECT m.id, m.role, m.text, m.created_at, m.conversation_id, c.title
  FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
  WHERE m.ordinal IN (SELECT value FROM json_each(?))`

function toFitting(
  row: Row,
  words: readonly string[],
  without: readonly string[],
): FittingMessage | undefined {
  const folded = foldText(row.text)
  const hits = words.map((word) => countHits(folded, word))
  if (hits.includes(0) || without.some((word) => folded.includes(word))) return undefined
  return {
    message: {
      conversationId: row.conversation_id,
      messageId: row.id,
      title: row.title,
      role: row.role,
      createdAt: row.created_at,
    },
    text: row.text,
    hits,
    length: folded.length,
    createdAt: row.created_at,
  }
}
