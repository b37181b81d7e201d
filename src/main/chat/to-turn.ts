import { type BaseMessage, SystemMessage } from '@langchain/core/messages'

import { estimateTokens } from '#shared/estimate-tokens'
import type { Message } from '#shared/message'

import { type FittedPath, fitContext } from './fit-context'
import { toLangChainMessages } from './to-langchain-messages'

export interface TurnOptions {
  /** Tokens; undefined when nobody knows. */
  readonly contextWindow: number | undefined
  readonly systemPrompt: string | undefined
  /** How the fitted path becomes messages, where it is not a plain conversation. */
  readonly toMessages?: (path: readonly Message[]) => readonly BaseMessage[]
}

/** What a model is sent of a path: the system prompt, and as much of the path as fits beside it. */
export function toTurn(path: readonly Message[], options: TurnOptions) {
  const { contextWindow, systemPrompt = '', toMessages = toLangChainMessages } = options
  const room = contextWindow === undefined ? undefined : contextWindow - estimateTokens(systemPrompt)
  const fit: FittedPath = fitContext(path, room)
  return {
    firstSentId: fit.firstSentId,
    messages: (): readonly BaseMessage[] => [
      ...(systemPrompt === '' ? [] : [new SystemMessage(systemPrompt)]),
      ...toMessages(fit.path),
    ],
  }
}
