import type { StoreApi } from 'zustand/vanilla'

import type { Answers } from '#shared/contract'
import type { ModelParameters } from '#shared/parameters'
import type { Result } from '#shared/result'

import type { ChatState } from './chat-state'
import type { SessionAsker } from './session-asker'

/** What goes with the conversation that is open to the model that is chosen. */
export interface ChatParameters {
  readParameters(): Promise<Result<Answers['readParameters']>>
  /** All that holds from now on. */
  keepParameters(own: ModelParameters): Promise<Result<void>>
  /** The request that what is typed would make. */
  showRequest(): Promise<Result<Answers['showRequest']>>
}

export interface ChatParametersParts {
  readonly store: Pick<StoreApi<ChatState>, 'getState'>
  readonly ask: SessionAsker['ask']
}

export function createChatParameters({ store, ask }: ChatParametersParts): ChatParameters {
  const here = () => {
    const { conversationId = '', chosenModelId: modelId, draft: text } = store.getState()
    return { conversationId, modelId, text }
  }
  return {
    readParameters: () => {
      const { conversationId, modelId } = here()
      return ask('readParameters', { conversationId, modelId })
    },
    keepParameters: (parameters) =>
      ask('keepParameters', { conversationId: here().conversationId, parameters }),
    showRequest: () => ask('showRequest', here()),
  }
}
