import type { OpenConversation, Requests } from '#shared/contract'
import type { Message } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import type { ConversationStore } from './conversation-store'
import type { ReplyJournal } from './reply-journal'

export interface ConversationsParts {
  readonly store: ConversationStore
  readonly journal: ReplyJournal
  readonly newId: () => string
}

/** What is kept, as the chat sees it: the store, with the words of running replies from the journal. */
export interface Conversations {
  /** Without an id: the one that was written in last, or a new one. */
  open(conversationId: string | undefined): OpenConversation
  /** Keeps a prompt and an empty reply to it, before anybody is asked anything. */
  keep(request: Requests['startReply']): void
  /** Keeps what an event brought. */
  note(event: ReplyEvent): void
  /** From the first message to this one. */
  path(messageId: string): readonly Message[]
}

export function createConversations({ store, journal, newId }: ConversationsParts): Conversations {
  return {
    open: (conversationId = store.latest() ?? newId()) => {
      const { id, messages } = store.open(conversationId)
      return { id, messages: journal.upToDate(messages) }
    },
    keep: ({ conversationId, promptId, parentId, replyId, text, modelId }) => {
      store.addPrompt({ conversationId, id: promptId, parentId, text })
      journal.begin(store.addReply({ id: replyId, promptId, modelId }))
    },
    note: journal.take,
    path: store.path,
  }
}
