import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

import type { AppErrorFacts } from '#shared/app-error'
import type { ModelChoice } from '#shared/model-choice'
import { acceptedParameters, type ModelParameters, type ParameterRules } from '#shared/parameters'

import type { RecordedSubject } from '../transport/recordings/recording'
import { PROVIDERS } from './catalogue'
import { type KnownConnection, ownConnection, readConnections } from './connections'
import { modelError } from './model-fault'
import { type ModelLists, NO_LISTS } from './model-lists'
import type { ModelSettings } from './model-settings'
import { offerModels, successorOf } from './offer-models'
import { BUILT_IN_PRICES, type Prices } from './prices'
import type { OpenContext, Provider } from './provider'
import type { Secrets } from './secrets'

export interface ModelOpenerOptions extends Pick<OpenContext, 'env' | 'fetch'> {
  /** Asked anew for every model, so that a changed setting holds for the next reply. */
  readonly settings: () => ModelSettings
  /** Listens to what is sent for a model, to record it. */
  readonly record?: (fetch: OpenContext['fetch'], subject: RecordedSubject) => OpenContext['fetch']
  readonly secrets?: Pick<Secrets, 'read'>
  readonly providers?: readonly Provider[]
  /** What the providers said about their models. */
  readonly lists?: Pick<ModelLists, 'read'>
  readonly prices?: () => Prices
  /** Ids of providers that run on this computer. */
  readonly running?: () => ReadonlySet<string>
}

export interface ModelOpener {
  readonly connections: () => readonly KnownConnection[]
  /** The connection named after its provider, there or not. */
  readonly own: (provider: Provider) => KnownConnection
  readonly list: () => readonly ModelChoice[]
  /**
   * A new LangChain model, for one request, with what it accepts of these parameters and of its connection's defaults.
   * Rejects with a `ModelFault` or a `TransportFault`.
   */
  readonly open: (modelId: string, options?: OpenOptions) => Promise<BaseChatModel>
  /** What a model accepts beside the conversation. */
  readonly rules: (modelId: string) => ParameterRules
  /** What goes to a model: what was chosen, else its connection's defaults, as far as it accepts them. */
  readonly parameters: (modelId: string, own?: ModelParameters) => ModelParameters
  /** Whether the model goes on from an unfinished answer that it is given as its own. */
  readonly takesPrefill: (modelId: string) => boolean
  /** What a sentence about a failed request may name. */
  readonly describe: (modelId: string) => AppErrorFacts
}

export interface OpenOptions {
  readonly parameters?: ModelParameters
  /** Instead of the usual one: to look at a request that is not sent. */
  readonly fetch?: typeof globalThis.fetch
}

const NO_SECRETS: Pick<Secrets, 'read'> = { read: () => undefined }
const NOTHING_RUNS: ReadonlySet<string> = new Set()

export function createModelOpener(options: ModelOpenerOptions): ModelOpener {
  const { settings, env, fetch, providers = PROVIDERS, secrets = NO_SECRETS, lists = NO_LISTS } = options
  const { running = () => NOTHING_RUNS, prices = () => BUILT_IN_PRICES } = options
  const { record = (unheard) => unheard } = options
  const sources = () => ({ settings: settings(), secrets, env, providers, running: running() })
  const connections = () => readConnections(sources())
  const find = (modelId: string) => {
    const connection = connections().find(({ id }) => modelId.startsWith(`${id}/`))
    return connection && { connection, modelName: modelId.slice(connection.id.length + 1) }
  }
  const list = () =>
    offerModels(connections(), { lists, prices: prices(), favourites: settings().favouriteModels ?? [] })
  const rules = (modelId: string): ParameterRules => {
    const found = find(modelId)
    if (found === undefined) return {}
    const { connection, modelName: name } = found
    const facts = list().find(({ id }) => id === modelId)
    return connection.provider.takes?.({ ...facts, name }) ?? {}
  }
  const parameters = (modelId: string, chosen: ModelParameters = {}): ModelParameters =>
    acceptedParameters(rules(modelId), find(modelId)?.connection.parameters ?? {}, chosen)
  return {
    connections,
    rules,
    parameters,
    own: (provider) => ownConnection(provider, sources()),
    list,
    open: async (modelId, { parameters: chosen, fetch: instead } = {}) => {
      const found = find(modelId)
      if (!found || found.modelName === '') throw modelError({ kind: 'unknown-model', modelId })
      const { connection, modelName } = found
      const told = parameters(modelId, chosen)
      const { provider } = connection
      const listened = instead ?? record(fetch, { provider: provider.id, model: modelName })
      const fetches = { fetch: listened, fetchForTokens: fetch }
      return provider.open(modelName, { ...connection, ...fetches, parameters: told })
    },
    takesPrefill: (modelId) => {
      const found = find(modelId)
      return found?.connection.provider.takesPrefill(found.modelName) ?? false
    },
    describe: (modelId) => {
      const found = find(modelId)
      return { modelId, ...(found && toFacts(found.connection, found.modelName)) }
    },
  }
}

function toFacts(connection: KnownConnection, modelName: string): AppErrorFacts {
  const { provider, name } = connection
  const successor = successorOf(modelName, provider)
  return {
    ...(provider.isNamed?.(connection) === false ? {} : { connection: name }),
    ...(successor === undefined ? {} : { successor }),
    ...provider.place?.(connection),
  }
}
