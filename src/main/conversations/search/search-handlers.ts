import type { Found } from '#shared/requests/search'

import type { Caller, Handlers } from '../../bridge/answer'
import type { Search } from './search'

export interface SearchHandlersParts {
  readonly search: Search
  /** Gives the conversation, which now shows the message; undefined when it is there no longer. */
  readonly reveal: (messageId: string) => string | undefined
}

/** What a search answers that another of the same window has ended: nobody reads it. */
const NOTHING: Found = { conversations: [], messages: [], hasMore: false, problems: [], unread: 0 }

/** Joins the requests of the palette to what answers them. A window has one search at a time. */
export function searchHandlers({
  search,
  reveal,
}: SearchHandlersParts): Pick<Handlers, 'search' | 'revealMessage'> {
  const running = new WeakMap<Caller, AbortController>()
  return {
    search: async ({ text }, caller) => {
      running.get(caller)?.abort()
      const abort = new AbortController()
      running.set(caller, abort)
      return (await search(text, AbortSignal.any([abort.signal, caller.gone]))) ?? NOTHING
    },
    revealMessage: ({ messageId }) => ({ conversationId: reveal(messageId) }),
  }
}
