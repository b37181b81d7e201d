import type { Found } from '#shared/requests/search'

import type { Database } from '../connect'
import { isRefusedByDisk } from '../is-refused-by-disk'
import { toExcerpt, toRanges } from './excerpt'
import { findConversations, recentConversations } from './find-conversations'
import { findMessages } from './find-messages'
import { parseQuery } from './parse-query'
import { rankBy } from './rank'
import { findFolders } from './find-folders'
import type { SearchIndex } from './search-index'

export interface SearchParts {
  readonly database: Database
  readonly index: SearchIndex
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Resolves when everything that waits had its turn: a reply that streams in is not held up. */
  readonly pause: () => Promise<void>
}

/** Looks for what somebody typed. Undefined when the signal ended it. */
export type Search = (text: string, signal: AbortSignal) => Promise<Found | undefined>

/** So many are listed; nobody reads on, they type another word. */
const MOST_MESSAGES = 40
const MOST_CONVERSATIONS = 8
/** What was written last is read before it is looked for, if that takes no longer; the rest is told as unread. */
const READ_FIRST_MS = 12

/** Works in steps of a few milliseconds, on the connection that also keeps what streams in. */
export function createSearch({ database, index, now, pause }: SearchParts): Search {
  return async (text, signal) => {
    readNewest()
    const steps = find(text)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value
      await pause()
      if (signal.aborted) return undefined
    }
  }

  /** A disk that refuses holds up what is found as little as what is written; the rest is told as unread. */
  function readNewest(): void {
    try {
      index.read(READ_FIRST_MS)
    } catch (cause) {
      if (!isRefusedByDisk(cause)) throw cause
    }
  }

  function* find(text: string): Generator<void, Found> {
    const query = parseQuery(text, new Date(now()))
    const folderIds = query.folder === undefined ? undefined : findFolders(database, query.folder)
    const problems =
      folderIds?.length === 0
        ? [...query.problems, { kind: 'no-folder', value: query.folder ?? '' } as const]
        : query.problems
    const found = { conversations: [], messages: [], hasMore: false, problems, unread: 0 }
    const { words, model, after, before } = query
    const hasFilter = model !== undefined || after !== undefined || before !== undefined
    if (words.length === 0 && !hasFilter && (folderIds?.length ?? 0) === 0) {
      const recent = text.trim() === '' ? recentConversations(database, MOST_CONVERSATIONS) : []
      return { ...found, conversations: recent }
    }
    const titles = yield* findConversations(database, { query, folderIds, now: now() })
    yield
    const { messages, hasMore } = yield* findMessages(database, { query, folderIds })
    const ranked = rankBy(messages, ({ hits, length, createdAt }) => ({ hits, length, at: createdAt }), now())
    return {
      ...found,
      conversations: titles.slice(0, MOST_CONVERSATIONS).map((conversation) => ({
        ...conversation,
        ranges: toRanges(conversation.title, words),
      })),
      messages: ranked.slice(0, MOST_MESSAGES).map(({ message, text }) => ({
        ...message,
        ...toExcerpt(text, words),
      })),
      hasMore: hasMore || ranked.length > MOST_MESSAGES,
      unread: index.countUnread(),
    }
  }
}
