import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

import type { Reply } from '#shared/message'
import type { ModelParameters } from '#shared/parameters'
import type { ReplyEvent } from '#shared/reply-event'

import { NO_LIMITS } from '../chat/answer-limit'
import { chatHandlers } from '../chat/chat-handlers'
import { type ChatService, type ChatServiceParts, createChatService } from '../chat/chat-service'
import { createReplyRuns } from '../chat/reply-runs'
import { openConversations } from '../conversations/open-conversations'
import type { ModelSettings } from '../models/model-settings'
import { createModelOpener, type ModelOpenerOptions } from '../models/open-model'
import type { Secrets } from '../models/secrets'
import { createGuardedFetch, type TransportLimits } from '../transport/guarded-fetch'

export interface OpenCoreOptions {
  readonly file: string
  /** What lies under the guarded fetch: Electron's `net.fetch` in the app. */
  readonly network: typeof globalThis.fetch
  readonly limits: TransportLimits
  readonly settings: ModelSettings
  readonly secrets?: Pick<Secrets, 'read'>
  readonly record?: ModelOpenerOptions['record']
  readonly onFailure?: ChatServiceParts['onFailure']
}

export interface AskOptions {
  readonly modelId: string
  /** Chosen for its conversation. */
  readonly parameters?: ModelParameters
  /** For one answer; 0 is no limit. */
  readonly mostTokens?: number
  /** Told of each event, with a way to stop the reply. */
  readonly onEvent?: (event: ReplyEvent, stop: () => void) => void
}

export interface AskedReply {
  readonly conversationId: string
  /** Everything that the window was told. */
  readonly events: readonly ReplyEvent[]
  /** How long the app would have paused before each further request; the pauses themselves are skipped. */
  readonly retryWaitsMs: readonly number[]
  readonly kept: Reply
}

/** Every pause before a retry is at least this long, and no other pause is. */
const SHORTEST_RETRY_MS = 1000

/** Everything that main is made of, except for Electron. */
export function openCore({ file, network, limits, settings, secrets, record, onFailure }: OpenCoreOptions) {
  const { conversations, parameters, close } = openHistory(file)
  const models = createModelOpener({
    fetch: createGuardedFetch({ fetch: network, limits }),
    settings: () => settings,
    env: {},
    ...(secrets === undefined ? {} : { secrets }),
    ...(record === undefined ? {} : { record }),
  })

  function serve(chat: ChatService, onIdle: () => void) {
    return chatHandlers({
      ...{ chat, runs: createReplyRuns(chat, onIdle), conversations, seen: () => undefined, models },
      chosen: parameters,
      spending: { dayLimit: { judge: () => undefined } },
    })
  }

  async function ask(
    text: string,
    { modelId, parameters: chosen = {}, mostTokens = 0, onEvent }: AskOptions,
  ): Promise<AskedReply> {
    const retryWaitsMs: number[] = []
    const chat = createChatService({
      openModel: models.open,
      describe: models.describe,
      limits: () => ({ ...NO_LIMITS, tokens: mostTokens }),
      note: conversations.note,
      ...(onFailure === undefined ? {} : { onFailure }),
      wait: async (ms, signal) => {
        if (ms >= SHORTEST_RETRY_MS) retryWaitsMs.push(ms)
        else await setTimeout(ms, undefined, signal === undefined ? {} : { signal })
      },
      now: Date.now,
      chance: () => 0,
    })
    const conversationId = randomUUID()
    parameters.keep(conversationId, chosen)
    const ids = { conversationId, promptId: randomUUID(), replyId: randomUUID(), parentId: null }
    const events: ReplyEvent[] = []
    const page = {
      gone: new AbortController().signal,
      tell: (_: string, told: unknown) => {
        const event = told as ReplyEvent
        events.push(event)
        onEvent?.(event, () => chat.stop(ids.replyId))
      },
    }
    await new Promise<void>((resolve) => {
      void serve(chat, resolve).startReply({ ...ids, text, modelId }, page)
    })
    const kept = conversations.open(conversationId).messages.at(-1)
    if (kept?.role !== 'assistant') throw new Error('The reply was not kept.')
    return { conversationId, events, retryWaitsMs, kept }
  }

  /** Continues a reply that was cut; resolves with it as it is kept at its end. */
  async function goOn({ conversationId, kept }: AskedReply): Promise<Reply> {
    const chat = createChatService({
      ...{ openModel: models.open, describe: models.describe, note: conversations.note },
      ...{ wait: async () => {}, now: Date.now, chance: () => 0 },
    })
    const page = { gone: new AbortController().signal, tell: () => undefined }
    await new Promise<void>((resolve) => {
      void serve(chat, resolve).continueReply({ replyId: kept.id }, page)
    })
    const reply = conversations.open(conversationId).messages.at(-1)
    if (reply?.role !== 'assistant') throw new Error('The reply was not kept.')
    return reply
  }

  return { ask, goOn, models, conversations, parameters, close }
}

export function openHistory(file: string) {
  const opened = openConversations(file, (cause) => {
    throw cause
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  return opened
}
