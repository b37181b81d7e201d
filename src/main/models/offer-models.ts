import type { ModelChoice } from '#shared/model-choice'

import type { KnownConnection } from './connections'
import type { ModelLists } from './model-lists'
import type { Prices } from './prices'
import type { ListedModel, Provider } from './provider'

export interface OfferOptions {
  readonly lists: Pick<ModelLists, 'read'>
  readonly prices: Prices
  /** Ids of models. */
  readonly favourites: readonly string[]
}

/** What the picker shows, connection by connection: what the provider says it has, else what the app knows of. */
export function offerModels(
  connections: readonly KnownConnection[],
  options: OfferOptions,
): readonly ModelChoice[] {
  return connections.flatMap((connection) => {
    const known = connection.provider.models(connection)
    const listed = options.lists.read(connection.id)
    const models = listed === undefined ? known : mergeModels(known, listed)
    const byHand = connection.defaultModel
    const isOffered = byHand === undefined || models.some(({ name }) => name === byHand)
    return [...(isOffered ? [] : [{ name: byHand }]), ...models].map((model) =>
      toChoice(model, connection, options),
    )
  })
}

/** The provider knows what it has, and the app often knows more about it; what only the app knows may be new, and stays. */
function mergeModels(known: readonly ListedModel[], listed: readonly ListedModel[]): readonly ListedModel[] {
  const knownNames = new Set(known.map(({ name }) => name))
  const listedByName = new Map(listed.map((model) => [model.name, model]))
  const more = [...listedByName.values()].filter(({ name }) => !knownNames.has(name))
  return [...known.map((model) => ({ ...listedByName.get(model.name), ...model })), ...more]
}

export function successorOf(name: string, { retired = {} }: Pick<Provider, 'retired'>): string | undefined {
  return Object.hasOwn(retired, name) ? retired[name] : undefined
}

function toChoice(
  { name, title = name, ...facts }: ListedModel,
  { id: connectionId, name: connectionName, provider, defaultModel }: KnownConnection,
  { prices, favourites }: OfferOptions,
): ModelChoice {
  const id = `${connectionId}/${name}`
  const price = prices[name]
  const successor = successorOf(name, provider)
  return {
    id,
    name: title,
    provider: provider.id,
    connection: { id: connectionId, name: connectionName },
    ...facts,
    ...(price === undefined ? {} : { price }),
    ...(successor === undefined ? {} : { successor }),
    ...(favourites.includes(id) ? { isFavourite: true } : {}),
    ...(defaultModel === name ? { isDefault: true } : {}),
  }
}
