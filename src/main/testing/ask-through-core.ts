import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

import type { Reply } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import { chatHandlers } from '../chat/chat-handlers'
import { createChatService } from '../chat/chat-service'
import { createReplyRuns } from '../chat/reply-runs'
import { openConversations } from '../conversations/open-conversations'
import type { ModelSettings } from '../models/model-settings'
import { createModelOpener } from '../models/open-model'
import { createGuardedFetch, type TransportLimits } from '../transport/guarded-fetch'

export interface CoreOptions {
  /** The conversations; closed again at the end. */
  readonly file: string
  /** What lies under the guarded fetch: Electron's `net.fetch` in the app. */
  readonly network: typeof globalThis.fetch
  readonly modelId?: string
  readonly vertex?: ModelSettings['vertex']
  readonly limits?: TransportLimits
}

export interface HeardReply {
  /** Everything that the window was told. */
  readonly events: readonly ReplyEvent[]
  /** How long the app would have paused before each further request; the pauses themselves are skipped. */
  readonly retryWaitsMs: readonly number[]
  /** The reply as the next start of the app reads it from the disk. */
  readonly kept: Reply
}

/** Every pause before a retry is at least this long, and no other pause is. */
const SHORTEST_RETRY_MS = 1000
const LIMITS: TransportLimits = { headersMs: 10_000, idleMs: 10_000 }

/** Sends one prompt through everything that main is made of, except for Electron, and waits for the reply's end. */
export async function askThroughCore(text: string, options: CoreOptions): Promise<HeardReply> {
  const { file, network, modelId = 'vertex/gemini-3.5-flash', vertex, limits = LIMITS } = options
  const { conversations, close } = open(file)
  const models = createModelOpener({
    fetch: createGuardedFetch({ fetch: network, limits }),
    settings: () => ({ vertex }),
    env: {},
  })
  const retryWaitsMs: number[] = []
  const chat = createChatService({
    openModel: models.open,
    describe: models.describe,
    note: conversations.note,
    wait: async (ms, signal) => {
      if (ms >= SHORTEST_RETRY_MS) retryWaitsMs.push(ms)
      else await setTimeout(ms, undefined, signal === undefined ? {} : { signal })
    },
    now: Date.now,
    chance: () => 0,
  })

  const events: ReplyEvent[] = []
  const page = {
    gone: new AbortController().signal,
    tell: (_: string, event: unknown) => void events.push(event as ReplyEvent),
  }
  const conversationId = randomUUID()
  const ids = { conversationId, promptId: randomUUID(), replyId: randomUUID(), parentId: null }
  await new Promise<void>((resolve) => {
    const runs = createReplyRuns(chat, resolve)
    const handlers = chatHandlers({ chat, runs, conversations, seen: () => undefined, models })
    void handlers.startReply({ ...ids, text, modelId }, page)
  })
  close()
  return { events, retryWaitsMs, kept: readKept(file, conversationId) }
}

function open(file: string) {
  const opened = openConversations(file, (cause) => {
    throw cause
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  return opened
}

function readKept(file: string, conversationId: string): Reply {
  const { conversations, close } = open(file)
  const reply = conversations.open(conversationId).messages.at(-1)
  close()
  if (reply?.role !== 'assistant') throw new Error('The reply was not kept.')
  return reply
}
