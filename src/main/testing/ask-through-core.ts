import type { Reply } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import type { ModelSettings } from '../models/model-settings'
import type { TransportLimits } from '../transport/guarded-fetch'
import { openCore, openHistory, type OpenCoreOptions } from './open-core'

export interface CoreOptions {
  /** The conversations; closed again at the end. */
  readonly file: string
  /** What lies under the guarded fetch: Electron's `net.fetch` in the app. */
  readonly network: typeof globalThis.fetch
  readonly modelId?: string
  readonly vertex?: ModelSettings['vertex']
  readonly limits?: TransportLimits
  readonly record?: OpenCoreOptions['record']
  readonly onFailure?: OpenCoreOptions['onFailure']
}

export interface HeardReply {
  /** Everything that the window was told. */
  readonly events: readonly ReplyEvent[]
  /** How long the app would have paused before each further request; the pauses themselves are skipped. */
  readonly retryWaitsMs: readonly number[]
  /** The reply as the next start of the app reads it from the disk. */
  readonly kept: Reply
}

const LIMITS: TransportLimits = { headersMs: 10_000, idleMs: 10_000 }

/** Sends one prompt through everything that main is made of, except for Electron, and waits for the reply's end. */
export async function askThroughCore(text: string, options: CoreOptions): Promise<HeardReply> {
  const { file, network, modelId = 'vertex/gemini-3.5-flash', vertex, limits = LIMITS } = options
  const { record, onFailure } = options
  const core = openCore({
    ...{ file, network, limits },
    settings: { vertex },
    ...(record === undefined ? {} : { record }),
    ...(onFailure === undefined ? {} : { onFailure }),
  })
  const { conversationId, ...heard } = await core.ask(text, { modelId })
  core.close()
  return { ...heard, kept: readKept(file, conversationId) }
}

function readKept(file: string, conversationId: string): Reply {
  const { conversations, close } = openHistory(file)
  const reply = conversations.open(conversationId).messages.at(-1)
  close()
  if (reply?.role !== 'assistant') throw new Error('The reply was not kept.')
  return reply
}
