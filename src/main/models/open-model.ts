import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

import type { AppErrorFacts } from '#shared/app-error'
import type { ModelChoice } from '#shared/model-choice'

import { PROVIDERS } from './catalogue'
import { modelError } from './model-fault'
import type { ModelSettings } from './model-settings'
import type { OpenContext, Provider } from './provider'

export interface ModelOpenerOptions extends Omit<OpenContext, 'settings'> {
  /** Asked anew for every model, so that a changed setting holds for the next reply. */
  readonly settings: () => ModelSettings
  readonly providers?: readonly Provider[]
}

export interface ModelOpener {
  readonly list: () => readonly ModelChoice[]
  /** A new LangChain model, for one request. Rejects with a `ModelFault` or a `TransportFault`. */
  readonly open: (modelId: string) => Promise<BaseChatModel>
  /** Whether the model goes on from an unfinished answer that it is given as its own. */
  readonly takesPrefill: (modelId: string) => boolean
  /** What a sentence about a failed request may name. */
  readonly describe: (modelId: string) => AppErrorFacts
}

export function createModelOpener(options: ModelOpenerOptions): ModelOpener {
  const { settings, providers = PROVIDERS, ...rest } = options
  const context = () => ({ ...rest, settings: settings() })
  const providerOf = (modelId: string) => providers.find(({ id }) => modelId.startsWith(`${id}/`))
  return {
    list: () => providers.flatMap((provider) => provider.models(context())),
    open: async (modelId) => {
      const provider = providerOf(modelId)
      const modelName = modelId.slice(modelId.indexOf('/') + 1)
      if (!provider || modelName === '') throw modelError({ kind: 'unknown-model', modelId })
      return provider.open(modelName, context())
    },
    takesPrefill: (modelId) => providerOf(modelId)?.takesPrefill ?? false,
    describe: (modelId) => ({ modelId, ...providerOf(modelId)?.place?.(context()) }),
  }
}
