import { setImmediate } from 'node:timers/promises'

import type { Database } from '../../src/main/conversations/connect'
import { createSearch } from '../../src/main/conversations/search/search'
import { createRandom } from '../random'
import { percentile, toTenths } from '../statistics'
import type { History } from './build-history'

const LENGTHS = [1, 2, 3, 5, 20]
const QUERIES = 40

interface Timed {
  readonly search: readonly number[]
  readonly like: readonly number[]
}

export interface SearchFigures {
  readonly searchP95Ms: number
  readonly likeP95Ms: number
  readonly rows: object
}

/** The app's own search, and a bare `LIKE` for the same on the same data: pieces of texts that are there. */
export async function measureSearch({ database, index }: History): Promise<SearchFigures> {
  const search = createSearch({ database, index, now: Date.now, pause: setImmediate })
  const random = createRandom(11)
  const rows: Record<string, object> = {}
  const all: { search: number[]; like: number[] } = { search: [], like: [] }
  for (const language of ['ja', 'en'] as const) {
    for (const length of LENGTHS) {
      const queries = Array.from({ length: QUERIES }, () => pickQuery(database, random, { language, length }))
      const timed = await timeQueries(
        queries,
        async (query) => void (await search(`"${query}"`, NEVER)),
        database,
      )
      rows[`${language}${length}`] = toRow(timed)
      all.search.push(...timed.search)
      all.like.push(...timed.like)
      console.error(`▸ ${language}, ${length} characters: ${JSON.stringify(toRow(timed))}`)
    }
  }
  return {
    searchP95Ms: toTenths(percentile(all.search, 0.95)),
    likeP95Ms: toTenths(percentile(all.like, 0.95)),
    rows,
  }
}

const NEVER = new AbortController().signal

const LIKE = `
  SELECT m.id, m.text FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
  WHERE m.text LIKE ? AND m.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY m.ordinal DESC LIMIT 40`

async function timeQueries(
  queries: readonly string[],
  find: (query: string) => Promise<void>,
  database: Database,
): Promise<Timed> {
  const timed: { search: number[]; like: number[] } = { search: [], like: [] }
  for (const query of queries) {
    const startedAt = performance.now()
    await find(query)
    const foundAt = performance.now()
    database.all(LIKE, [`%${query}%`])
    timed.search.push(foundAt - startedAt)
    timed.like.push(performance.now() - foundAt)
  }
  return timed
}

interface Wanted {
  readonly language: 'ja' | 'en'
  readonly length: number
}

/** A piece of a message that somebody could type: within one line, and beginning at a word. */
function pickQuery(database: Database, random: () => number, { language, length }: Wanted): string {
  for (;;) {
    const ordinal = 1 + Math.floor(random() * database.all<{ last: number }>(LAST)[0]!.last)
    const text = database.all<{ text: string }>('SELECT text FROM messages WHERE ordinal = ?', [ordinal])[0]!
      .text
    if (/[぀-ヿ一-鿿]/.test(text) !== (language === 'ja')) continue
    const line = text.split('\n')[0]!
    const words = [...line.matchAll(language === 'ja' ? /[^。]/gu : /\b[a-z]/g)].map(({ index }) => index)
    const start = words[Math.floor(random() * words.length)] ?? 0
    const query = line.slice(start, start + length)
    if (query.length === length && query.trim().length === length) return query
  }
}

const LAST = 'SELECT max(ordinal) AS last FROM messages'

function toRow({ search, like }: Timed): object {
  const at = (samples: readonly number[], share: number) => toTenths(percentile(samples, share))
  return {
    ...{ searchP50Ms: at(search, 0.5), searchP95Ms: at(search, 0.95) },
    ...{ likeP50Ms: at(like, 0.5), likeP95Ms: at(like, 0.95) },
  }
}
