import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

import type { AppErrorFacts } from '#shared/app-error'
import type { ModelChoice, ProviderId } from '#shared/model-choice'

import type { ModelSettings } from './model-settings'

/** One way to reach models. Its code is loaded at the first `open`: provider libraries are large. */
export interface Provider {
  readonly id: ProviderId
  /** Whether its models go on from an unfinished answer that they are given as their own. */
  readonly takesPrefill: boolean
  /** Which of its models the picker offers under these settings. */
  readonly models: (context: SettingsContext) => readonly ModelChoice[]
  /** Where its requests go under these settings, and with whose file, for the sentence about one that failed. */
  readonly place?: (context: SettingsContext) => Pick<AppErrorFacts, 'location' | 'project' | 'file'>
  /** A new LangChain model, for one request. Rejects with a `ModelFault` or a `TransportFault`. */
  readonly open: (modelName: string, context: OpenContext) => Promise<BaseChatModel>
}

export interface SettingsContext {
  readonly settings: ModelSettings
  readonly env: Environment
}

export interface OpenContext extends SettingsContext {
  /** The guarded fetch; whatever a provider sends goes through it. */
  readonly fetch: typeof globalThis.fetch
}

export type Environment = Readonly<Record<string, string | undefined>>
