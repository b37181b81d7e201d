import type { StoreApi } from 'zustand/vanilla'

import type { Answers } from '#shared/contract'
import { estimateTokens } from '#shared/estimate-tokens'
import type { Message, Usage } from '#shared/message'
import { isOffline } from '#shared/offline-providers'
import type { Result } from '#shared/result'

import { type ChatState, liveReply } from './chat-state'
import type { SessionAsker } from './session-asker'

/** In UTF-16 units. */
const SAMPLE_LENGTH = 2_000

/** What the answers of the conversation that is open took. */
export interface ChatSpending {
  readSpending(): Promise<Result<Answers['readSpending']>>
  /** Goes on beyond what the user wanted to spend today. Says whether main took it. */
  allowSpending(): Promise<boolean>
}

interface ChatSpendingParts extends SessionAsker {
  readonly store: Pick<StoreApi<ChatState>, 'getState'>
}

export function createChatSpending({ store, ask, tryTo }: ChatSpendingParts): ChatSpending {
  return {
    readSpending: () => ask('readSpending', { conversationId: store.getState().conversationId ?? '' }),
    allowSpending: async () => (await tryTo('allowSpending', {})).ok,
  }
}

/** Whether an answer was not asked for, because today took as much as the user wanted. */
export function isBeyondLimit(message: Message | undefined): boolean {
  return (
    message?.role === 'assistant' &&
    message.progress.status === 'failed' &&
    message.progress.error.code === 'day-limit'
  )
}

/** What the answer that is coming has taken: by the provider, or by what has been said until the provider tells. */
export function liveUsage(state: ChatState): Usage | undefined {
  const reply = liveReply(state)
  if (reply === undefined || isOffline(reply.modelId)) return undefined
  if (reply.usage !== undefined) return reply.usage
  return { input: 0, output: Math.ceil(sample(reply.text) + sample(reply.thought)), isEstimate: true }
}

/** A long text goes on as it ends, and it is asked several times a second. */
function sample(text: string): number {
  const end = text.slice(-SAMPLE_LENGTH)
  return end === '' ? 0 : (estimateTokens(end) / end.length) * text.length
}
