import type { Database, SqlValue } from '../connect'
import { toSignsWord } from './to-signs'

/** Messages that one look into the index passes over, and what it gives at the most. */
const WINDOW = 64_000
const MOST_AT_ONCE = 1_000
/** More of them tell hardly more. */
const MOST_TRIGRAMS = 24

/**
 * The numbers of the messages that may have all of these folded words, the newest first, in portions; without a word,
 * of all messages. A word of three signs and more is looked up by its trigrams, so whether these stand one after the
 * other in the text is left to see; a shorter one as itself.
 */
export function* matchWords(database: Database, words: readonly string[]): Generator<readonly number[]> {
  const sql = toSql(words)
  let first = -lastOrdinal(database)
  while (first < 0) {
    const last = Math.min(-1, first + WINDOW - 1)
    const keys = database.all<{ key: number }>(sql.text, sql.values(first, last)).map(({ key }) => key)
    yield keys.map((key) => -key)
    first = keys.length === MOST_AT_ONCE ? (keys.at(-1) ?? last) + 1 : last + 1
  }
}

function lastOrdinal(database: Database): number {
  return database.all<{ last: number | null }>('SELECT max(ordinal) AS last FROM messages')[0]?.last ?? 0
}

interface WindowSql {
  readonly text: string
  readonly values: (first: number, last: number) => readonly SqlValue[]
}

function toSql(words: readonly string[]): WindowSql {
  const [trigrams, signs] = [toTrigrams(words), toShortWords(words)]
  if (trigrams === '' && signs === '') {
    const text = `SELECT -ordinal AS key FROM messages WHERE ordinal BETWEEN ? AND ?
      ORDER BY ordinal DESC LIMIT ${MOST_AT_ONCE}`
    return { text, values: (first, last) => [-last, -first] }
  }
  const [table, match] = trigrams === '' ? ['message_signs', signs] : ['message_trigrams', trigrams]
  const isBoth = trigrams !== '' && signs !== ''
  const text = `
    SELECT rowid AS key FROM ${table} WHERE ${table} MATCH ? AND rowid BETWEEN ? AND ? ${isBoth ? ALSO_SIGNS : ''}
    ORDER BY rowid LIMIT ${MOST_AT_ONCE}`
  return {
    text,
    values: (first, last) => [match, first, last, ...(isBoth ? [signs, first, last] : [])],
  }
}

const ALSO_SIGNS = `AND rowid IN (
  SELECT rowid FROM message_signs WHERE message_signs MATCH ? AND rowid BETWEEN ? AND ?)`

function toTrigrams(words: readonly string[]): string {
  const all = new Set(words.flatMap((word) => trigramsOf([...word])))
  return [...all].slice(0, MOST_TRIGRAMS).map(quote).join(' AND ')
}

function trigramsOf(signs: readonly string[]): readonly string[] {
  return signs.slice(2).map((sign, index) => `${signs[index]}${signs[index + 1]}${sign}`)
}

function toShortWords(words: readonly string[]): string {
  const short = words.filter((word) => [...word].length < 3)
  return short.map((word) => quote(toSignsWord(word))).join(' AND ')
}

function quote(term: string): string {
  return `"${term.replaceAll('"', '""')}"`
}
