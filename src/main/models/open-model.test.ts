import { FakeListChatModel } from '@langchain/core/utils/testing'
import { expect, it } from 'vitest'

import { caught } from '../transport/testing/caught'
import { toModelFault } from './model-fault'
import type { ModelSettings } from './model-settings'
import { createModelOpener } from './open-model'
import type { Provider } from './provider'

const fetch: typeof globalThis.fetch = () => Promise.reject(new Error('nobody is asked'))

function createProvider(id: Provider['id'], opened: string[] = []): Provider {
  return {
    id,
    takesPrefill: id === 'demo',
    models: ({ settings }) => [{ id: `${id}/m`, name: settings.vertex?.project ?? 'none', provider: id }],
    open: async (modelName, { settings }) => {
      opened.push(`${modelName} in ${settings.vertex?.project}`)
      return new FakeListChatModel({ responses: [modelName] })
    },
  }
}

it('asks the provider that the id names, with the settings of the moment', async () => {
  const opened: string[] = []
  let settings: ModelSettings = { vertex: { project: 'one' } }
  const providers = [createProvider('demo'), createProvider('vertex', opened)]
  const opener = createModelOpener({ fetch, env: {}, settings: () => settings, providers })
  const first = await opener.open('vertex/tuned/model')
  settings = { vertex: { project: 'two' } }
  const second = await opener.open('vertex/tuned/model')
  expect(opened).toEqual(['tuned/model in one', 'tuned/model in two'])
  expect(first).not.toBe(second)
})

it('lists what each provider offers, in the order of the catalogue', () => {
  const providers = [createProvider('demo'), createProvider('vertex')]
  const opener = createModelOpener({ fetch, env: {}, settings: () => ({}), providers })
  expect(opener.list()).toEqual([
    { id: 'demo/m', name: 'none', provider: 'demo' },
    { id: 'vertex/m', name: 'none', provider: 'vertex' },
  ])
})

it.each(['', 'demo', 'demo/', '/x', 'nobody/x'])('knows no model %j, and says so', async (modelId) => {
  const opener = createModelOpener({
    fetch,
    env: {},
    settings: () => ({}),
    providers: [createProvider('demo')],
  })
  expect(toModelFault(await caught(opener.open(modelId)))).toEqual({ kind: 'unknown-model', modelId })
})

it('offers the demo first, then Vertex AI with a model that the environment names', () => {
  const opener = createModelOpener({
    fetch,
    env: { NAGARE_VERTEX_MODEL: 'gemini-next' },
    settings: () => ({}),
  })
  const ids = opener.list().map(({ id }) => id)
  expect([ids[0]?.split('/')[0], ids[1], new Set(ids).size]).toEqual([
    'demo',
    'vertex/gemini-next',
    ids.length,
  ])
})

it('says which models go on from an unfinished answer of their own', () => {
  const providers = [createProvider('demo'), createProvider('vertex')]
  const opener = createModelOpener({ fetch, env: {}, settings: () => ({}), providers })
  expect(['demo/m', 'vertex/m', 'nobody/m'].map(opener.takesPrefill)).toEqual([true, false, false])
})
