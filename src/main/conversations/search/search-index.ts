import { foldText } from '#shared/fold-text'

import type { Database } from '../connect'
import { toSigns } from './to-signs'

/** What is found of messages and titles, kept in step with what is written. Every call is synchronous and short. */
export interface SearchIndex {
  /** Reads what was written since the last time, the newest first, for about so long. Says whether more is waiting. */
  read(forMs: number): boolean
  /** How many messages and titles are not in it yet. */
  countUnread(): number
}

/** Messages that are read in one transaction: each commit leaves a piece of the index that is to be merged later. */
const MOST_AT_ONCE = 500

export function createSearchIndex(database: Database, now: () => number): SearchIndex {
  function read(forMs: number): boolean {
    const until = now() + forMs
    do {
      if (readSome(until) === 0) return false
    } while (now() < until)
    return true
  }

  /** Says how many it read. */
  function readSome(until: number): number {
    const unread = database.all<{ ordinal: number }>(NEWEST_UNREAD)
    const titles = unread.length < MOST_AT_ONCE ? database.all<UnreadTitle>(UNREAD_TITLES) : []
    if (unread.length + titles.length === 0) return 0
    return database.transact(() => {
      let done = 0
      for (const { ordinal } of unread) {
        readMessage(ordinal)
        done += 1
        if (now() >= until) return done
      }
      for (const { ordinal, title } of titles) {
        database.run('UPDATE search_titles SET folded = ? WHERE ordinal = ?', [foldText(title), ordinal])
      }
      return done + titles.length
    })
  }

  /** Under its negative number, because the index is read forwards much faster, and the newest comes first. */
  function readMessage(ordinal: number): void {
    const text =
      database.all<{ text: string }>('SELECT text FROM messages WHERE ordinal = ?', [ordinal])[0]?.text ?? ''
    database.run('DELETE FROM message_trigrams WHERE rowid = ?', [-ordinal])
    database.run('DELETE FROM message_signs WHERE rowid = ?', [-ordinal])
    if (text !== '') {
      const folded = foldText(text)
      database.run('INSERT INTO message_trigrams (rowid, text) VALUES (?, ?)', [-ordinal, folded])
      database.run('INSERT INTO message_signs (rowid, signs) VALUES (?, ?)', [-ordinal, toSigns(folded)])
    }
    database.run('DELETE FROM unread_messages WHERE ordinal = ?', [ordinal])
  }

  function countUnread(): number {
    return database.all<{ unread: number }>(COUNT_UNREAD)[0]?.unread ?? 0
  }

  return { read, countUnread }
}

interface UnreadTitle {
  readonly ordinal: number
  readonly title: string
}

const NEWEST_UNREAD = `SELECT ordinal FROM unread_messages ORDER BY ordinal DESC LIMIT ${MOST_AT_ONCE}`

const UNREAD_TITLES = `
  SELECT t.ordinal, c.title FROM search_titles AS t JOIN conversations AS c ON c.id = t.conversation_id
  WHERE t.folded IS NULL ORDER BY t.ordinal DESC LIMIT ${MOST_AT_ONCE}`

const COUNT_UNREAD = `
  SELECT (SELECT count(*) FROM unread_messages) +
    (SELECT count(*) FROM search_titles WHERE folded IS NULL) AS unread`
