import type { StoreApi } from 'zustand/vanilla'

import type { Answers } from '#shared/contract'
import { estimateTokens } from '#shared/estimate-tokens'
import { isLive, type Message, type Usage } from '#shared/message'
import type { Result } from '#shared/result'
import { isFree } from '#shared/spending'

import type { ChatParametersParts } from './chat-parameters'
import type { ChatState } from './chat-state'

/** In UTF-16 units. */
const SAMPLE_LENGTH = 2_000

/** What the answers of the conversation that is open took. */
export interface ChatSpending {
  readSpending(): Promise<Result<Answers['readSpending']>>
  /** Goes on beyond what the user wanted to spend today. Says whether main took it. */
  allowSpending(): Promise<boolean>
}

interface ChatSpendingParts extends Pick<ChatParametersParts, 'ask'> {
  readonly store: Pick<StoreApi<ChatState>, 'getState' | 'setState'>
}

export function createChatSpending({ store, ask }: ChatSpendingParts): ChatSpending {
  return {
    readSpending: () => ask('readSpending', { conversationId: store.getState().conversationId ?? '' }),
    allowSpending: async () => {
      const answer = await ask('allowSpending', {})
      store.setState({ trouble: answer.ok ? undefined : answer.error })
      return answer.ok
    },
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
export function liveUsage(messages: readonly Message[]): Usage | undefined {
  const reply = messages.findLast(isLive)
  if (reply?.role !== 'assistant' || isFree(reply.modelId)) return undefined
  if (reply.usage !== undefined) return reply.usage
  return { input: 0, output: Math.ceil(sample(reply.text) + sample(reply.thought)), isEstimate: true }
}

/** A long text goes on as it ends, and it is asked several times a second. */
function sample(text: string): number {
  const end = text.slice(-SAMPLE_LENGTH)
  return end === '' ? 0 : (estimateTokens(end) / end.length) * text.length
}
