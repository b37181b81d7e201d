import type { Arrival } from '#shared/arrival'
import type { OpenConversation, Requests } from '#shared/contract'
import type { Message, Reply } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import type { ConversationStore } from './conversation-store'
import type { ReplyJournal } from './reply-journal'
import type { ReplyStore } from './reply-store'

export interface ConversationsParts {
  readonly store: ConversationStore
  readonly replies: Pick<ReplyStore, 'arrivals'>
  readonly journal: ReplyJournal
  readonly newId: () => string
}

/** What is kept, as the chat sees it: the store, with the words of running replies from the journal. */
export interface Conversations {
  /** Without an id: the one that was written in last, or a new one. */
  open(conversationId: string | undefined): OpenConversation
  /**
   * Keeps a prompt and an empty reply to it, before anybody is asked anything. A prompt that is kept already only gets
   * another reply; throws when it is not the same one. Gives the empty reply.
   */
  keep(request: Requests['startReply']): Reply
  /** Makes a reply that was cut a waiting one, with every word that it has. Throws when it was not cut, or is running. */
  resume(replyId: string): Reply
  /** Keeps what an event brought. */
  note(event: ReplyEvent): void
  /** From the first message to this one. */
  path(messageId: string): readonly Message[]
  /** The conversation that a message stands in. Throws when there is no such message. */
  conversationOf(messageId: string): string
  /**
   * When each chunk of a reply came, without the first `from`; also while it is coming, then at no more cost than what
   * is given. After a continuation, of both parts.
   */
  arrivals(replyId: string, from?: number): readonly Arrival[]
}

export function createConversations({ store, replies, journal, newId }: ConversationsParts): Conversations {
  return {
    open: (conversationId = store.latest() ?? newId()) => {
      const { id, messages } = store.open(conversationId)
      return { id, messages: journal.upToDate(messages) }
    },
    keep: (request) => {
      const reply = store.addTurn(request)
      journal.begin(reply)
      return reply
    },
    resume: journal.resume,
    note: journal.take,
    path: (messageId) => journal.upToDate(store.path(messageId)),
    conversationOf: store.conversationOf,
    arrivals: (replyId, from = 0) => journal.arrivals(replyId, from) ?? replies.arrivals(replyId).slice(from),
  }
}
