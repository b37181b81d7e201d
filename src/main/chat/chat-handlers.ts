import type { Requests } from '#shared/contract'
import type { Message, Reply } from '#shared/message'

import type { Handlers } from '../bridge/answer'
import { appFailure } from '../bridge/app-failure'
import { isRefusedByDisk } from '../conversations/is-refused-by-disk'
import type { Conversations } from '../conversations/conversations'
import type { ChatService } from './chat-service'
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
  /** Whether a model goes on from an unfinished answer that it is given as its own. */
  readonly takesPrefill: (modelId: string) => boolean
}

/** Joins the chat requests of the contract to what answers them. */
export function chatHandlers({
  chat,
  runs,
  conversations,
  takesPrefill,
}: ChatParts): Pick<Handlers, ChatRequest> {
  return {
    openConversation: ({ conversationId }, caller) => {
      const conversation = conversations.open(conversationId)
      runs.view(caller, conversation)
      return conversation
    },

    startReply: (request, caller) => {
      const { conversationId, promptId, replyId, modelId } = request
      const reply = keep(request)
      const messages = () => toLangChainMessages(conversations.path(promptId))
      runs.start(caller, { conversationId, reply, request: { replyId, modelId, messages } })
    },

    continueReply: ({ replyId }, caller) => {
      // Another window was quicker: this one follows the reply anyway.
      if (runs.isRunning(replyId)) return
      const reply = conversations.resume(replyId)
      const { modelId } = reply
      const goesOnExactly = takesPrefill(modelId)
      const messages = () => toContinuation(pathBefore(reply), reply, goesOnExactly)
      runs.start(caller, {
        conversationId: conversations.conversationOf(replyId),
        reply,
        request: { replyId, modelId, messages, before: reply, goesOnExactly },
      })
    },

    stopReply: ({ replyId }) => chat.stop(replyId),
    acknowledgeReply: ({ replyId, read }, caller) => runs.acknowledge(caller, replyId, read),
    watchReplies: ({ isSeen }, caller) => runs.watch(caller, isSeen),
    readArrivals: ({ replyId, from }) => ({ arrivals: conversations.arrivals(replyId, from) }),
  }

  /** A disk that refuses is no bug: the window has a sentence for it, and keeps the words. */
  function keep(request: Requests['startReply']): Reply {
    try {
      return conversations.keep(request)
    } catch (cause) {
      throw isRefusedByDisk(cause) ? appFailure('not-kept', cause) : cause
    }
  }

  function pathBefore({ parentId }: Reply): readonly Message[] {
    return parentId === null ? [] : conversations.path(parentId)
  }
}
