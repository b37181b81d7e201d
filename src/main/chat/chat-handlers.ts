import type { Message, Reply } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'

import type { Handlers } from '../bridge/answer'
import type { Conversations } from '../conversations/conversations'
import { kept } from '../conversations/kept'
import type { ChatService } from './chat-service'
import { type FittedPath, fitContext } from './fit-context'
import type { ReplyRuns } from './reply-runs'
import { toContinuation, toLangChainMessages } from './to-langchain-messages'

type ChatRequest =
  | 'openConversation'
  | 'startReply'
  | 'stopReply'
  | 'continueReply'
  | 'acknowledgeReply'
  | 'watchReplies'
  | 'readArrivals'

export interface ChatParts {
  readonly chat: Pick<ChatService, 'stop'>
  readonly runs: ReplyRuns
  readonly conversations: Conversations
  /** A window shows this conversation. */
  readonly seen: (conversationId: string) => void
  readonly models: {
    /** Whether a model goes on from an unfinished answer that it is given as its own. */
    readonly takesPrefill: (modelId: string) => boolean
    readonly list: () => readonly Pick<ModelChoice, 'id' | 'contextWindow'>[]
  }
}

/** Joins the chat requests of the contract to what answers them. */
export function chatHandlers({
  chat,
  runs,
  conversations,
  seen,
  models,
}: ChatParts): Pick<Handlers, ChatRequest> {
  return {
    openConversation: ({ conversationId, last }, caller) => {
      const conversation = conversations.open(conversationId, last)
      runs.view(caller, conversation)
      seen(conversation.id)
      return conversation
    },

    startReply: (request, caller) => {
      const { conversationId, promptId, replyId, modelId } = request
      const reply = kept(() => conversations.keep(request))
      const sent = fitted(modelId, () => conversations.path(promptId))
      runs.start(caller, {
        ...{ conversationId, reply },
        request: {
          ...{ replyId, modelId, firstSentId: () => sent().firstSentId },
          messages: () => toLangChainMessages(sent().path),
        },
      })
    },

    continueReply: ({ replyId }, caller) => {
      // Another window was quicker: this one follows the reply anyway.
      if (runs.isRunning(replyId)) return
      const reply = conversations.resume(replyId)
      const { modelId } = reply
      // A beginning that ends in white space is refused by those who take one.
      const goesOnExactly = models.takesPrefill(modelId) && !/\s$/.test(reply.text)
      // What it has said already goes along, and takes its share of the context window.
      const sent = fitted(modelId, () => [...pathBefore(reply), reply])
      const messages = () => toContinuation(sent().path.slice(0, -1), reply, goesOnExactly)
      const firstSentId = () => sent().firstSentId
      runs.start(caller, {
        conversationId: conversations.conversationOf(replyId),
        reply,
        request: { replyId, modelId, messages, firstSentId, before: reply, goesOnExactly },
      })
    },

    stopReply: ({ replyId }) => chat.stop(replyId),
    acknowledgeReply: ({ replyId, read }, caller) => runs.acknowledge(caller, replyId, read),
    watchReplies: ({ isSeen }, caller) => runs.watch(caller, isSeen),
    readArrivals: ({ replyId, from }) => ({ arrivals: conversations.arrivals(replyId, from) }),
  }

  /** Read once, when the request is made. */
  function fitted(modelId: string, read: () => readonly Message[]): () => FittedPath {
    let fit: FittedPath | undefined
    const contextWindow = () => models.list().find(({ id }) => id === modelId)?.contextWindow
    return () => (fit ??= fitContext(read(), contextWindow()))
  }

  function pathBefore({ parentId }: Reply): readonly Message[] {
    return parentId === null ? [] : conversations.path(parentId)
  }
}
