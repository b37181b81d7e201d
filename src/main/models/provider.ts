import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

import type { AppErrorCode, AppErrorFacts } from '#shared/app-error'
import type { FieldName, ProviderDescription } from '#shared/connection'
import type { Fix } from '#shared/connection-test'
import type { ModelFacts } from '#shared/model-choice'
import type { ModelParameters, ParameterRules } from '#shared/parameters'

/** One way to reach models. Its code is loaded at the first `open`: provider libraries are large. */
export interface Provider extends ProviderDescription {
  /** Its one connection is always there, whatever is set. */
  readonly isBuiltIn?: boolean
  /** Whether what it needs is here, so that its connection appears by itself: without this, when a required field stands in the environment. */
  readonly isFound?: (context: ConnectionContext) => boolean
  /** Whether it runs on this computer, so that its connection appears by itself. May reject when it does not. */
  readonly isRunning?: (context: OpenContext, signal: AbortSignal) => Promise<boolean>
  /** Whether the model goes on from an unfinished answer that it is given as its own. */
  readonly takesPrefill: (modelName: string) => boolean
  /** What a model accepts beside the conversation, as far as it is known; without this, a system prompt. */
  readonly takes?: (model: ListedModel) => ParameterRules
  /** What the picker offers as long as the provider has not been asked; the first is the default. */
  readonly models: (context: ConnectionContext) => readonly ListedModel[]
  /** The successors of models that it has switched off. Absent where names are whatever somebody gave. */
  readonly retired?: RetiredModels
  /** Asks the provider for its models. Rejects as `open` does. */
  readonly listModels?: (context: OpenContext) => Promise<readonly ListedModel[]>
  /** Where its requests go, and with whose file, for the sentence about one that failed. */
  readonly place?: (context: ConnectionContext) => Pick<AppErrorFacts, 'location' | 'project' | 'file'>
  /** A new LangChain model, for one request. Rejects with a `ModelFault` or a `TransportFault`. */
  readonly open: (modelName: string, context: OpenContext) => Promise<BaseChatModel>
  /** What a test of a connection walks through before it asks for a first token. */
  readonly checks: (modelName: string, context: OpenContext) => readonly ConnectionCheck[]
  /** Whether sentences about its failures name the connection; without this, they do. */
  readonly isNamed?: (context: ConnectionContext) => boolean
  /** What the user can do outside of the app about a failure. */
  readonly fix?: (code: AppErrorCode, facts: AppErrorFacts, context: ConnectionContext) => Fix | undefined
}

/** A look at one or more steps of the way; what it rejects with tells which of them failed. */
export interface ConnectionCheck {
  readonly proves: readonly ('credentials' | 'token' | 'network' | 'api' | 'permission' | 'model')[]
  /** May resolve with a detail for the curious, such as a project or a host. */
  readonly run: (signal: AbortSignal) => Promise<string | undefined>
  /** What has been found out on the way and a sentence about a failure may name. */
  readonly facts?: () => AppErrorFacts
  /** A later failure as it looks after what this look has found; the failure itself where it found nothing about it. */
  readonly explain?: (cause: unknown) => unknown
}

/** What a provider may know of a connection. */
export interface ConnectionContext {
  readonly id: string
  /** A field's value: what the user saved, else, for the connection named after its provider, the environment's. */
  readonly read: (field: FieldName) => string | undefined
  /** Only what the user saved: it wins over other fields of the environment, too. */
  readonly readSaved: (field: FieldName) => string | undefined
  readonly env: Environment
}

export interface OpenContext extends ConnectionContext {
  /** The guarded fetch; whatever a provider sends goes through it. */
  readonly fetch: typeof globalThis.fetch
  /** The guarded fetch that is the same for every model, for tokens that outlive one; without it, `fetch`. */
  readonly fetchForTokens?: typeof globalThis.fetch
  /** What the model is to be told, all of it accepted by `takes`. */
  readonly parameters?: ModelParameters
}

/** The successor of each, by its name. */
export type RetiredModels = Readonly<Record<string, string>>

export type Environment = Readonly<Record<string, string | undefined>>

export interface ListedModel extends ModelFacts {
  /** As the provider calls it in its requests. */
  readonly name: string
  readonly title?: string
}
