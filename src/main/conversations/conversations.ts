import type { Arrival } from '#shared/arrival'
import type { OpenConversation, Requests } from '#shared/contract'
import type { Message, Reply } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import type { ConversationStore } from './conversation-store'
import type { Drafts } from './drafts'
import type { ReplyJournal } from './reply-journal'
import type { ReplyStore } from './reply-store'
import type { TreeStore } from './tree-store'

export interface ConversationsParts {
  readonly store: ConversationStore
  readonly replies: Pick<ReplyStore, 'arrivals'>
  readonly journal: ReplyJournal
  readonly tree: Pick<TreeStore, 'read' | 'branches'>
  readonly drafts: Pick<Drafts, 'read'>
  readonly newId: () => string
}

/** What is kept, as the chat sees it: the store, with the words of running replies from the journal. */
export interface Conversations {
  /**
   * Without an id, or with that of a deleted one: the one that was written in last, or a new one. Of a long one about so
   * many of the last messages, if a number is given.
   */
  open(conversationId: string | undefined, last?: number): OpenConversation
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

export function createConversations({
  store,
  replies,
  journal,
  ...parts
}: ConversationsParts): Conversations {
  const { tree, drafts, newId } = parts
  return {
    open: (conversationId, last) => {
      const { id, messages, earlier = 0 } = find(conversationId, last)
      const forks = forksAmong(id, messages)
      const draft = drafts.read(id)
      return {
        ...{ id, messages: journal.upToDate(messages) },
        ...(earlier === 0 ? {} : { earlier }),
        ...(forks.length === 0 ? {} : { forks }),
        ...(draft === '' ? {} : { draft }),
      }
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

  /** Where several messages stand in the place of one of these. */
  function forksAmong(id: string, messages: readonly Message[]): readonly (readonly string[])[] {
    // Most conversations are a single line, and to know that costs less than to read all of it.
    if (!tree.branches(id)) return []
    const nodes = tree.read(id)
    return messages.map((message) => nodes.siblings(message.id)).filter(({ length }) => length > 1)
  }

  function find(conversationId: string | undefined, last: number | undefined): OpenConversation {
    const isThere = conversationId !== undefined && !store.isDeleted(conversationId)
    return store.open(isThere ? conversationId : (store.latest() ?? newId()), last)
  }
}
