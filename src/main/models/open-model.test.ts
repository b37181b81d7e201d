import { FakeListChatModel } from '@langchain/core/utils/testing'
import { expect, it } from 'vitest'

import { caught } from '../transport/testing/caught'
import { toModelFault } from './model-fault'
import type { ModelSettings } from './model-settings'
import { createModelOpener } from './open-model'
import type { OpenContext, Provider } from './provider'

const fetch: typeof globalThis.fetch = () => Promise.reject(new Error('nobody is asked'))

function createProvider(id: string, opened: string[] = []): Provider {
  return {
    id,
    title: id.toUpperCase(),
    fields: [{ name: 'project', kind: 'text' }],
    isBuiltIn: true,
    isAddable: true,
    takesPrefill: (modelName) => modelName === 'm',
    models: ({ read }) => [{ name: 'm', title: read('project') ?? 'none' }],
    checks: () => [],
    open: async (modelName, { read }) => {
      opened.push(`${modelName} in ${read('project')}`)
      return new FakeListChatModel({ responses: [modelName] })
    },
  }
}

it('asks the connection that the id names, with the settings of the moment', async () => {
  const opened: string[] = []
  let settings: ModelSettings = { vertex: { project: 'one' } }
  const providers = [createProvider('demo'), createProvider('vertex', opened)]
  const opener = createModelOpener({ fetch, env: {}, settings: () => settings, providers })
  const first = await opener.open('vertex/tuned/model')
  settings = { connections: { 'vertex-2': { provider: 'vertex', project: 'two' } } }
  const second = await opener.open('vertex-2/tuned/model')
  expect(opened).toEqual(['tuned/model in one', 'tuned/model in two'])
  expect(first).not.toBe(second)
})

it('lists what each connection offers, in the order of the catalogue', () => {
  const providers = [createProvider('demo'), createProvider('vertex')]
  const connections = { mine: { provider: 'demo', name: 'My own', project: 'p', defaultModel: 'm' } }
  const settings = { connections, favouriteModels: ['demo/m'] }
  const opener = createModelOpener({ fetch, env: {}, settings: () => settings, providers })
  expect(opener.list()).toEqual([
    {
      id: 'demo/m',
      name: 'none',
      provider: 'demo',
      connection: { id: 'demo', name: 'DEMO' },
      isFavourite: true,
    },
    {
      id: 'mine/m',
      name: 'p',
      provider: 'demo',
      connection: { id: 'mine', name: 'My own' },
      isDefault: true,
    },
    { id: 'vertex/m', name: 'none', provider: 'vertex', connection: { id: 'vertex', name: 'VERTEX' } },
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
  expect(['demo/m', 'vertex/n', 'nobody/m'].map(opener.takesPrefill)).toEqual([true, false, false])
})

it('has every model ask for tokens by one fetch, which nobody records and which is the same each time', async () => {
  const contexts: OpenContext[] = []
  const provider: Provider = {
    ...createProvider('demo'),
    open: async (_, context) => {
      contexts.push(context)
      return new FakeListChatModel({ responses: [] })
    },
  }
  const record = () => async () => new Response()
  const opener = createModelOpener({ fetch, env: {}, settings: () => ({}), providers: [provider], record })
  await opener.open('demo/m')
  await opener.open('demo/m', { fetch: async () => new Response() })
  expect(contexts.map(({ fetchForTokens }) => fetchForTokens)).toEqual([fetch, fetch])
  expect(contexts.map((context) => context.fetch)).not.toContain(fetch)
})
