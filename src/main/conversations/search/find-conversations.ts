import type { FoundConversation } from '#shared/requests/search'

import type { Database } from '../connect'
import { conversationConditions, type Sought } from './conditions'
import { countHits } from './count-hits'
import { rankBy } from './rank'

/** Titles that one step looks at. They are short, and compared one by one. */
const WINDOW = 8_000
const ENOUGH = 60

type TitledConversation = Omit<FoundConversation, 'ranges'>

interface Row {
  readonly conversationId: string
  readonly title: string
  readonly updatedAt: number
  readonly folded: string
}

/** The conversations whose title has every word, the best first. */
export function* findConversations(
  database: Database,
  { now, ...sought }: Sought & { readonly now: number },
): Generator<void, readonly TitledConversation[]> {
  const { words, without } = sought.query
  const conditions = conversationConditions(sought)
  const contains = words.map(() => 'AND instr(t.folded, ?) > 0').join(' ')
  const lacks = without.map(() => 'AND instr(t.folded, ?) = 0').join(' ')
  const sql = `
    SELECT c.id AS conversationId, c.title, c.updated_at AS updatedAt, t.folded
    FROM search_titles AS t CROSS JOIN conversations AS c ON c.id = t.conversation_id
    WHERE t.ordinal BETWEEN ? AND ? AND t.folded IS NOT NULL ${contains} ${lacks} AND ${conditions.sql}
    ORDER BY t.ordinal DESC LIMIT ${ENOUGH}`
  const rows: Row[] = []
  const lastSql = 'SELECT max(ordinal) AS last FROM search_titles'
  let high = database.all<{ last: number | null }>(lastSql)[0]?.last ?? 0
  while (high > 0 && rows.length < ENOUGH) {
    const low = Math.max(1, high - WINDOW + 1)
    rows.push(...database.all<Row>(sql, [low, high, ...words, ...without, ...conditions.values]))
    high = low - 1
    yield
  }
  const ranked = rankBy(
    rows,
    ({ folded, updatedAt }) => ({
      hits: words.map((word) => countHits(folded, word)),
      length: folded.length,
      at: updatedAt,
    }),
    now,
  )
  return ranked.map(({ conversationId, title, updatedAt }) => ({ conversationId, title, updatedAt }))
}

export function recentConversations(database: Database, most: number): readonly FoundConversation[] {
  const rows = database.all<TitledConversation>(RECENT, [most])
  return rows.map((conversation) => ({ ...conversation, ranges: [] }))
}

const RECENT = `
  SELECT id AS conversationId, title, updated_at AS updatedAt FROM conversations
  WHERE deleted_at IS NULL AND archived_at IS NULL ORDER BY updated_at DESC, id DESC LIMIT ?`
