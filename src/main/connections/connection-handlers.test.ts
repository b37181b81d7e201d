import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { PROVIDERS } from '../models/catalogue'
import { openModelLists } from '../models/model-lists'
import { createModelOpener } from '../models/open-model'
import type { Environment } from '../models/provider'
import { createRunningProviders } from '../models/running-providers'
import { createMemorySecrets } from '../models/testing/memory-secrets'
import { openSettings } from '../settings/settings-store'
import { connectionHandlers } from './connection-handlers'

const JSON_KEY = '{ "type": "service_account", "client_email": "a@b", "private_key": "hush" }'
const caller = { tell: () => {}, gone: new AbortController().signal }

const nobody = () => Promise.reject(new Error('nobody is asked'))

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nagare-connections-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

interface Surroundings {
  readonly fetch?: () => Promise<Response>
  readonly env?: Environment
  readonly folder?: string
}

function setUp({ fetch = nobody, env = {}, folder = newFolder() }: Surroundings = {}) {
  const file = join(folder, 'settings.json')
  const settings = openSettings(file, () => new Date())
  const secrets = createMemorySecrets()
  const models = createModelOpener({ fetch, env, settings: settings.read, secrets })
  const running = createRunningProviders(PROVIDERS)
  const lists = openModelLists(join(folder, 'models.json'), (cause) => expect.unreachable(String(cause)))
  const parts = { providers: PROVIDERS, models, settings, secrets, lists, running, fetch, now: () => 0 }
  return {
    folder,
    handlers: connectionHandlers(parts),
    lists,
    settings,
    models,
    secrets,
    written: () => readFileSync(file, 'utf8'),
  }
}

async function save(
  { handlers }: ReturnType<typeof setUp>,
  fields: Readonly<Record<string, string | null>>,
  id?: string,
) {
  return handlers.saveConnection(
    { provider: 'vertex', name: 'Work', fields, ...(id === undefined ? {} : { id }) },
    caller,
  )
}

it('adds a connection, keeps its secret apart from the settings, and takes both away again', async () => {
  const app = setUp()
  const saved = await save(app, { project: 'p', credentialsJson: JSON_KEY })
  expect(saved).toMatchObject({
    isSaved: true,
    connection: { id: 'vertex-2', name: 'Work', origin: 'built-in' },
  })
  expect(app.secrets.read('vertex-2', 'credentialsJson')).toBe(JSON_KEY)
  expect(app.written()).toContain('"project": "p"')
  expect(app.written() + JSON.stringify(saved)).not.toContain('hush')

  app.lists.write('vertex-2', [{ name: 'only-there' }])
  await app.handlers.removeConnection({ connectionId: 'vertex-2' }, caller)
  expect(app.models.connections().map(({ id }) => id)).toEqual(['demo', 'vertex'])
  expect(app.lists.read('vertex-2')).toBeUndefined()
  expect(app.secrets.read('vertex-2', 'credentialsJson')).toBeUndefined()
  expect(JSON.parse(app.written())).toEqual({ connections: {}, removedConnections: ['vertex-2'] })
})

it('gives a new connection no id that stands in conversations from before, also after a restart', async () => {
  const app = setUp()
  await save(app, { project: 'p' })
  await app.handlers.removeConnection({ connectionId: 'vertex-2' }, caller)
  expect(await save(setUp({ folder: app.folder }), { project: 'q' })).toMatchObject({
    connection: { id: 'vertex-3' },
  })
})

it('changes one field and leaves the others', async () => {
  const app = setUp()
  await save(app, { project: 'p', location: 'eu' }, 'vertex')
  await save(app, { project: null }, 'vertex')
  const vertex = app.models.connections().find(({ id }) => id === 'vertex')
  expect([vertex?.read('project'), vertex?.read('location')]).toEqual([undefined, 'eu'])
})

it('keeps nothing under the name of another provider’s connection, or of one that is gone', async () => {
  const app = setUp()
  await save(app, { project: 'p' }, 'vertex')
  const stray = { provider: 'openai', name: 'Mine', fields: { apiKey: 'sk-planted-0123456789' } }
  for (const id of ['vertex', 'gone']) {
    expect(() => app.handlers.saveConnection({ id, ...stray }, caller)).toThrow(
      `no connection ${id} to openai`,
    )
    expect(app.secrets.read(id, 'apiKey')).toBeUndefined()
  }
  expect(app.models.connections().map(({ id }) => id)).toEqual(['demo', 'vertex'])
  await app.handlers.saveConnection({ id: 'openai', ...stray }, caller)
  expect(app.secrets.read('openai', 'apiKey')).toBe('sk-planted-0123456789')
})

it('keeps nothing of a form with a mistake in it, and names the field', async () => {
  const app = setUp()
  expect(await save(app, { project: 'p', credentialsJson: 'not json', colour: 'red' })).toEqual({
    isSaved: false,
    problems: [
      { field: 'credentialsJson', problem: 'not-json' },
      { field: 'colour', problem: 'unknown' },
    ],
  })
  expect(app.models.connections().map(({ id }) => id)).toEqual(['demo', 'vertex'])
})

it('asks for what is needed and neither sent, kept nor in the environment', async () => {
  const app = setUp({ env: { OPENAI_API_KEY: 'sk-of-the-environment' } })
  const keep = (provider: string, fields: Readonly<Record<string, string | null>>, id?: string) =>
    app.handlers.saveConnection({ provider, name: '', fields, ...(id === undefined ? {} : { id }) }, caller)
  const missing = (...fields: readonly string[]) => ({
    isSaved: false,
    problems: fields.map((field) => ({ field, problem: 'required' })),
  })
  expect(await keep('anthropic', {})).toEqual(missing('apiKey'))
  expect(await keep('azure', { endpoint: 'https://x.openai.azure.com' })).toEqual(missing('deployment'))
  expect(await keep('compatible', { baseUrl: null })).toEqual(missing('baseUrl'))
  expect(await keep('anthropic', { apiKey: 'sk-ant-planted' })).toMatchObject({ isSaved: true })
  expect(await keep('anthropic', {}, 'anthropic')).toMatchObject({ isSaved: true })
  expect(await keep('anthropic', { apiKey: null }, 'anthropic')).toEqual(missing('apiKey'))
  // The environment has one for the first connection, and for no other.
  expect(await keep('openai', { apiKey: null }, 'openai')).toMatchObject({ isSaved: true })
  expect(await keep('openai', {})).toEqual(missing('apiKey'))
})

it('remembers favourites and the default of a connection, even one that no list knows', async () => {
  const app = setUp()
  await app.handlers.favourModel({ modelId: 'demo/flow', isFavourite: true }, caller)
  await app.handlers.chooseDefaultModel({ connectionId: 'vertex', modelName: 'gemini-tuned' }, caller)
  const [demo, tuned] = app.models.list()
  expect([demo?.isFavourite, tuned?.id, tuned?.isDefault]).toEqual([true, 'vertex/gemini-tuned', true])
  await app.handlers.favourModel({ modelId: 'demo/flow', isFavourite: false }, caller)
  expect(app.models.list()[0]).not.toHaveProperty('isFavourite')
})

it('tells the successor of a retired model that is still chosen, and of no other', async () => {
  const app = setUp()
  await app.handlers.chooseDefaultModel({ connectionId: 'vertex', modelName: 'gemini-2.5-flash' }, caller)
  const withSuccessor = app.models.list().filter(({ successor }) => successor !== undefined)
  expect(withSuccessor.map(({ id, successor }) => [id, successor])).toEqual([
    ['vertex/gemini-2.5-flash', 'gemini-3.5-flash'],
  ])
})

it('ends the test of a connection with the window that wanted it', async () => {
  const { settings, handlers } = setUp({ fetch: () => new Promise(() => undefined) })
  settings.change({ connections: { ollama: { provider: 'ollama' } } })
  const gone = new AbortController()
  const test = handlers.testConnection(
    { testId: '0', connectionId: 'ollama', modelName: 'm' },
    { tell: () => {}, gone: gone.signal },
  )
  gone.abort()
  const { steps } = await test
  expect(steps.map(({ status }) => status)).toEqual(steps.map(() => 'not-reached'))
})
