import type { Message, Reply } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'
import type { ModelParameters } from '#shared/parameters'

import type { Handlers } from '../bridge/answer'
import { appFailure } from '../bridge/app-failure'
import type { Conversations } from '../conversations/conversations'
import { kept } from '../conversations/kept'
import type { ChatService } from './chat-service'
import type { DayLimit } from './day-limit'
import type { ReplyRuns } from './reply-runs'
import { toContinuation } from './to-langchain-messages'
import { toTurn, type TurnOptions } from './to-turn'

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
    /** What goes to a model, out of what was chosen and what is usual. */
    readonly parameters: (modelId: string, own: ModelParameters) => ModelParameters
  }
  /** What was chosen for a conversation. */
  readonly chosen: { readonly read: (conversationId: string) => ModelParameters }
  readonly spending: { readonly dayLimit: Pick<DayLimit, 'judge'> }
}

/** Joins the chat requests of the contract to what answers them. */
export function chatHandlers({
  chat,
  runs,
  conversations,
  seen,
  models,
  chosen,
  spending,
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
      // Before the prompt is kept: whoever thinks better of it has it in the window, to be sent or not.
      askBeyondLimit(modelId)
      const reply = kept(() => conversations.keep(request))
      const parameters = chosen.read(conversationId)
      const turn = readOnce(() => toTurn(conversations.path(promptId), optionsFor(modelId, parameters)))
      runs.start(caller, { conversationId, reply, request: { replyId, modelId, parameters, ...turn } })
    },

    continueReply: ({ replyId }, caller) => {
      // Another window was quicker: this one follows the reply anyway.
      if (runs.isRunning(replyId)) return
      const cut = conversations.path(replyId).at(-1)
      if (cut?.role === 'assistant') askBeyondLimit(cut.modelId)
      const reply = kept(() => conversations.resume(replyId))
      const { modelId } = reply
      // A beginning that ends in white space is refused by those who take one.
      const goesOnExactly = models.takesPrefill(modelId) && !/\s$/.test(reply.text)
      // What it has said already goes along, and takes its share of the context window.
      const conversationId = conversations.conversationOf(replyId)
      const parameters = chosen.read(conversationId)
      const toMessages: TurnOptions['toMessages'] = (path) =>
        toContinuation(path.slice(0, -1), reply, goesOnExactly)
      const options = { ...optionsFor(modelId, parameters), toMessages }
      const turn = readOnce(() => toTurn([...pathBefore(reply), reply], options))
      runs.start(caller, {
        ...{ conversationId, reply },
        request: { replyId, modelId, parameters, ...turn, before: reply, goesOnExactly },
      })
    },

    stopReply: ({ replyId }) => chat.stop(replyId),
    acknowledgeReply: ({ replyId, read }, caller) => runs.acknowledge(caller, replyId, read),
    watchReplies: ({ isSeen }, caller) => runs.watch(caller, isSeen),
    readArrivals: ({ replyId, from }) => ({ arrivals: conversations.arrivals(replyId, from) }),
  }

  /** Nothing is asked of a provider beyond the day's limit without a word of the user's. */
  function askBeyondLimit(modelId: string): void {
    const reached = spending.dayLimit.judge(modelId)
    if (reached !== undefined) throw appFailure('day-limit', 'the limit of the day is reached', reached)
  }

  function optionsFor(modelId: string, parameters: ModelParameters): TurnOptions {
    return {
      contextWindow: models.list().find(({ id }) => id === modelId)?.contextWindow,
      systemPrompt: models.parameters(modelId, parameters).systemPrompt,
    }
  }

  function pathBefore({ parentId }: Reply): readonly Message[] {
    return parentId === null ? [] : conversations.path(parentId)
  }
}

/** Read when the request is made, and only once. */
function readOnce(read: () => ReturnType<typeof toTurn>) {
  let turn: ReturnType<typeof toTurn> | undefined
  const get = () => (turn ??= read())
  return { firstSentId: () => get().firstSentId, messages: () => get().messages() }
}
