import type { Database, SqlValue } from '../connect'
import { toSignsWord } from './to-signs'

/** What one look into the index gives at the most. */
const MOST_AT_ONCE = 1_000
/** Messages that a look passes over that asks both tables: what the second one gives is gathered first. */
const WINDOW = 64_000
/** More of them tell hardly more. */
const MOST_TRIGRAMS = 24
/** A word of more trigrams is looked up by every second: they overlap, and each costs a pass through its list. */
const ALL_TRIGRAMS = 6

/**
 * The numbers of the messages that may have all of these folded words, the newest first, in portions; without a word,
 * of all messages. A word of three signs and more is looked up by its trigrams, so whether these stand one after the
 * other in the text is left to see; a shorter one as itself.
 */
export function* matchWords(database: Database, words: readonly string[]): Generator<readonly number[]> {
  const look = toLook(words)
  let first = -lastOrdinal(database)
  while (first < 0) {
    const last = look.isInWindows ? Math.min(-1, first + WINDOW - 1) : -1
    const keys = database.all<{ key: number }>(look.sql, look.values(first, last)).map(({ key }) => key)
    yield keys.map((key) => -key)
    first = keys.length === MOST_AT_ONCE ? (keys.at(-1) ?? last) + 1 : last + 1
  }
}

function lastOrdinal(database: Database): number {
  return database.all<{ last: number | null }>('SELECT max(ordinal) AS last FROM messages')[0]?.last ?? 0
}

interface Look {
  readonly sql: string
  readonly values: (first: number, last: number) => readonly SqlValue[]
  /** Otherwise one look reaches to the oldest message: FTS5 would go beyond an upper bound to the next one that fits. */
  readonly isInWindows: boolean
}

function toLook(words: readonly string[]): Look {
  const [trigrams, signs] = [toTrigrams(words), toShortWords(words)]
  if (trigrams === '' && signs === '') {
    const sql = `SELECT -ordinal AS key FROM messages WHERE ordinal <= ? ORDER BY ordinal DESC LIMIT ${MOST_AT_ONCE}`
    return { sql, values: (first) => [-first], isInWindows: false }
  }
  const [table, match] = trigrams === '' ? ['message_signs', signs] : ['message_trigrams', trigrams]
  const fits = `SELECT rowid AS key FROM ${table} WHERE ${table} MATCH ? AND rowid >= ?`
  const ordered = `ORDER BY rowid LIMIT ${MOST_AT_ONCE}`
  if (trigrams === '' || signs === '') {
    return { sql: `${fits} ${ordered}`, values: (first) => [match, first], isInWindows: false }
  }
  return {
    sql: `${fits} AND rowid <= ? ${ALSO_SIGNS} ${ordered}`,
    values: (first, last) => [match, first, last, signs, first, last],
    isInWindows: true,
  }
}

const ALSO_SIGNS = `AND rowid IN (
  SELECT rowid FROM message_signs WHERE message_signs MATCH ? AND rowid BETWEEN ? AND ?)`

function toTrigrams(words: readonly string[]): string {
  const all = new Set(words.flatMap((word) => trigramsOf([...word])))
  return [...all].slice(0, MOST_TRIGRAMS).map(quote).join(' AND ')
}

function trigramsOf(signs: readonly string[]): readonly string[] {
  const all = signs.slice(2).map((sign, index) => `${signs[index]}${signs[index + 1]}${sign}`)
  if (all.length <= ALL_TRIGRAMS) return all
  return all.filter((_, index) => index % 2 === 0 || index === all.length - 1)
}

function toShortWords(words: readonly string[]): string {
  const short = words.filter((word) => [...word].length < 3)
  return short.map((word) => quote(toSignsWord(word))).join(' AND ')
}

function quote(term: string): string {
  return `"${term.replaceAll('"', '""')}"`
}
