import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { BaseMessage } from '@langchain/core/messages'

import type { AppError, AppErrorFacts } from '#shared/app-error'
import type { ModelParameters } from '#shared/parameters'
import type { ReplyEvent } from '#shared/reply-event'

import { settleUnlessAborted } from '../transport/settle-unless-aborted'
import { type AnswerLimits, createAnswerLimit, NO_LIMITS } from './answer-limit'
import { isPromptBlocked } from './is-prompt-blocked'
import { mergeDeltas } from './merge-deltas'
import { estimateInput, type SaidBefore, streamReply } from './stream-reply'
import { toAppError } from './to-app-error'
import { withRetries } from './with-retries'

const DELTA_EVERY_MS = 8

export interface ChatServiceParts {
  readonly openModel: (
    modelId: string,
    options: { readonly parameters: ModelParameters },
  ) => Promise<BaseChatModel>
  /** What a sentence about a failed request may name. */
  readonly describe: (modelId: string) => AppErrorFacts
  /** How much one answer of a model may take. */
  readonly limits?: (modelId: string) => AnswerLimits
  /** Keeps what an event brought, the moment it came: before anything is merged or waits for a window. */
  readonly note: (event: ReplyEvent) => void
  /** Told of each failed reply, with what lies behind its sentence. */
  readonly onFailure?: (modelId: string, error: AppError, cause: unknown) => void
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** From 0 to 1. */
  readonly chance: () => number
}

export interface ReplyRequest {
  readonly replyId: string
  readonly modelId: string
  /** What was chosen for the conversation. */
  readonly parameters?: ModelParameters
  /** Read when the request is made, so that a failure to read is the reply's, and has a sentence. */
  readonly messages: () => readonly BaseMessage[]
  /** The first message of the conversation that is sent, when not all of them are. */
  readonly firstSentId?: () => string | undefined
  /** What had been said before, when a reply that was cut goes on. */
  readonly before?: SaidBefore
  /** The model takes its own unfinished answer as a beginning, and repeats nothing of it. */
  readonly goesOnExactly?: boolean
}

export type ChatService = ReturnType<typeof createChatService>

/** Why a reply was ended from outside. */
type Interruption = 'stop' | 'suspend' | 'limit'

/** Asks a model, and tells the reply as events. Knows nothing of windows, IPC or the disk. */
export function createChatService({
  openModel,
  describe,
  note,
  limits = () => NO_LIMITS,
  onFailure,
  ...parts
}: ChatServiceParts) {
  const running = new Map<string, AbortController>()

  /** The whole life of a reply. Never throws: every failure is its last event. */
  async function* live(request: ReplyRequest, abort: AbortController): AsyncGenerator<ReplyEvent> {
    const { signal } = abort
    const { replyId, modelId, before, parameters = {} } = request
    yield { type: before === undefined ? 'reply-start' : 'reply-resume', replyId }

    async function* ask(): AsyncGenerator<ReplyEvent> {
      // To find credentials may take a while, and Stop does not wait for it.
      const model = await settleUnlessAborted(openModel(modelId, { parameters }), signal)
      yield* streamReply({ ...request, messages: request.messages(), model, signal })
    }
    try {
      const firstSentId = request.firstSentId?.()
      if (firstSentId !== undefined) yield { type: 'reply-details', replyId, details: { firstSentId } }
      const isOver = createAnswerLimit(limits(modelId), before?.usage, () =>
        estimateInput(request.messages()),
      )
      for await (const event of withRetries(ask, { ...parts, replyId, about: describe(modelId), signal })) {
        yield event
        if (isOver(event)) abort.abort('limit' satisfies Interruption)
      }
    } catch (cause) {
      if (signal.aborted) yield toInterruption(replyId, signal.reason as Interruption)
      else if (isPromptBlocked(cause)) yield { type: 'reply-end', replyId, reason: 'blocked' }
      else {
        const error = toAppError(cause, describe(modelId))
        onFailure?.(modelId, error, cause)
        yield { type: 'reply-error', replyId, error }
      }
    }
  }

  async function* noted(events: AsyncIterable<ReplyEvent>): AsyncGenerator<ReplyEvent> {
    for await (const event of events) {
      note(event)
      yield event
    }
  }

  async function* reply(request: ReplyRequest): AsyncGenerator<ReplyEvent> {
    const abort = new AbortController()
    running.set(request.replyId, abort)
    try {
      const events = noted(live(request, abort))
      yield* mergeDeltas(events, { everyMs: DELTA_EVERY_MS, wait: parts.wait })
    } finally {
      running.delete(request.replyId)
      // Leaving a LangChain stream does not close its socket; only an abort does.
      abort.abort('stop' satisfies Interruption)
    }
  }

  return {
    reply,
    stop: (replyId: string) => running.get(replyId)?.abort('stop' satisfies Interruption),
    /** The computer goes to sleep: no socket survives that, and a spinner would spin for ever. */
    suspend: () => running.forEach((abort) => abort.abort('suspend' satisfies Interruption)),
    stopAll: () => running.forEach((abort) => abort.abort('stop' satisfies Interruption)),
    isBusy: () => running.size > 0,
  }
}

/** A stop and a limit are outcomes that the user chose, not failures; a sleeping computer is neither. */
function toInterruption(replyId: string, interruption: Interruption): ReplyEvent {
  if (interruption === 'stop') return { type: 'reply-end', replyId, reason: 'stopped' }
  if (interruption === 'limit') return { type: 'reply-end', replyId, reason: 'limit' }
  const error = { code: 'interrupted', detail: 'The computer went to sleep.' } as const
  return { type: 'reply-error', replyId, error }
}
