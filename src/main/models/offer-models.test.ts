import { expect, it } from 'vitest'

import type { KnownConnection } from './connections'
import { offerModels } from './offer-models'
import type { ListedModel, Provider } from './provider'

function offer(listed: readonly ListedModel[] | undefined, defaultModel?: string) {
  const known: readonly ListedModel[] = [{ name: 'one', title: 'One', contextWindow: 10 }, { name: 'two' }]
  const connection: KnownConnection = {
    provider: { id: 'cloud', models: () => known } as unknown as Provider,
    ...{ id: 'work', name: 'Work', origin: 'saved', env: {} },
    ...{ read: () => undefined, readSaved: () => undefined },
    ...(defaultModel === undefined ? {} : { defaultModel }),
  }
  const options = { lists: { read: () => listed }, prices: {}, favourites: ['work/two'] }
  return offerModels([connection], options).map(({ id, name, contextWindow, sees, ...marks }) => ({
    ...{ id, name, contextWindow, sees },
    ...{ isDefault: marks.isDefault, isFavourite: marks.isFavourite },
  }))
}

it('offers what the app knows, with what the provider says beside it, and then what only the provider has', () => {
  const listed = [{ name: 'three' }, { name: 'one', title: 'Nameless', contextWindow: 5, sees: true }]
  expect(offer(listed, 'two')).toEqual([
    { id: 'work/one', name: 'One', contextWindow: 10, sees: true },
    { id: 'work/two', name: 'two', isDefault: true, isFavourite: true },
    { id: 'work/three', name: 'three' },
  ])
})

it('offers the default first that somebody wrote by hand and nobody lists', () => {
  expect(offer(undefined, 'mine').map(({ id, isDefault }) => [id, isDefault])).toEqual([
    ['work/mine', true],
    ['work/one', undefined],
    ['work/two', undefined],
  ])
})
