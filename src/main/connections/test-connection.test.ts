import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { TestStep } from '#shared/connection-test'

import { type ChatEmulator, startChatEmulator } from '../../../emulators/chat/chat-emulator'
import { createEmulatorFetch } from '../../../emulators/vertex/emulator-fetch'
import { googleError, serviceDisabled } from '../../../emulators/vertex/google-errors'
import { startVertexEmulator, type VertexEmulator } from '../../../emulators/vertex/vertex-emulator'
import { compatibleProvider } from '../models/compatible/compatible-provider'
import { ollamaProvider } from '../models/ollama/ollama-provider'
import { openAiProvider } from '../models/openai/openai-provider'
import type { OpenContext, Provider } from '../models/provider'
import { openContext } from '../models/testing/connection-context'
import { createVertexProvider } from '../models/vertex/vertex-provider'
import { createRoutedFetch } from '../testing/providers/routed-fetch'
import { createGuardedFetch } from '../transport/guarded-fetch'
import { type LocalServer, serve } from '../transport/testing/serve'
import { testConnection } from './test-connection'

const limits = { headersMs: 20_000, idleMs: 20_000 }
const USER = {
  type: 'authorized_user',
  client_id: 'id',
  client_secret: 's',
  refresh_token: 'r',
  quota_project_id: 'p',
}

let folder: string
let google: VertexEmulator
let openAi: ChatEmulator

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nagare-test-connection-'))
  google = await startVertexEmulator()
  openAi = await startChatEmulator('openai', { models: ['gpt-there'] })
})
afterEach(async () => {
  await google.close()
  await openAi.close()
  rmSync(folder, { recursive: true })
})

function vertex(credentials: object | undefined, network = createEmulatorFetch(google)): OpenContext {
  if (credentials)
    writeFileSync(join(folder, 'application_default_credentials.json'), JSON.stringify(credentials))
  return openContext({
    env: { CLOUDSDK_CONFIG: folder, GCE_METADATA_HOST: 'nowhere.invalid' },
    fetch: createGuardedFetch({ fetch: network, limits }),
  })
}

function keyed(provider: Provider, key?: string): OpenContext {
  return openContext({
    provider,
    fetch: createGuardedFetch({ fetch: createRoutedFetch(openAi.origin), limits }),
    secrets: { read: () => key },
  })
}

async function walk(provider: Provider, context: OpenContext, modelName: string) {
  const progress: string[] = []
  const facts = { modelId: `${provider.id}/${modelName}`, ...provider.place?.(context) }
  const steps = await testConnection(
    { provider, modelName, context, facts },
    { signal: new AbortController().signal, now: () => 0, onProgress: (now) => progress.push(short(now)) },
  )
  expect(progress.at(-1)).toBe(short(steps))
  return { steps: short(steps), failure: steps.find(({ status }) => status === 'failed'), progress }
}

/** `credentials+ token! network-`: passed, failed, not reached. */
function short(steps: readonly TestStep[]): string {
  const signs = { passed: '+', failed: '!', 'not-reached': '-', running: '…', waiting: '' }
  return steps.map(({ name, status }) => name + signs[status]).join(' ')
}

const vertexProvider = () => createVertexProvider()

function refusalBy(reason: string) {
  const info = { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }
  return googleError(403, { message: 'Refused.', details: [info] })
}

it('walks the whole way to Vertex AI, step by step', async () => {
  const { steps, progress } = await walk(vertexProvider(), vertex(USER), 'gemini-3.5-flash')
  expect(steps).toBe('credentials+ token+ network+ api+ permission+ model+ first-token+')
  expect(progress).toContain('credentials+ token+ network+ api… permission… model… first-token')
  expect(google.requests.map(({ host, path }) => host + path.replace(/^.*(:|\/)/, ' '))).toEqual([
    'oauth2.googleapis.com token',
    'aiplatform.googleapis.com ',
    'aiplatform.googleapis.com countTokens',
    // What was found on the way is looked at anew.
    'oauth2.googleapis.com token',
    'aiplatform.googleapis.com streamGenerateContent?alt=sse',
  ])
})

it('says that there are no credentials, and the command that makes them', async () => {
  const { steps, failure } = await walk(vertexProvider(), vertex(undefined), 'gemini-3.5-flash')
  expect(steps).toBe('credentials! token- network- api- permission- model- first-token-')
  expect(failure).toMatchObject({
    error: { code: 'missing-credentials' },
    fix: { command: 'gcloud auth application-default login' },
  })
})

it('says that the login was refused', async () => {
  const { steps } = await walk(vertexProvider(), vertex({ ...USER, client_id: '' }), 'gemini-3.5-flash')
  expect(steps).toBe('credentials+ token! network- api- permission- model- first-token-')
})

it('blames the network, not the login, when the way to the token is broken', async () => {
  const broken = () => Promise.reject(new Error('net::ERR_PROXY_CONNECTION_FAILED'))
  const { steps, failure } = await walk(vertexProvider(), vertex(USER, broken), 'gemini-3.5-flash')
  expect(steps).toBe('credentials+ token+ network! api- permission- model- first-token-')
  expect(failure).toMatchObject({ error: { code: 'proxy-failed', facts: { host: 'oauth2.googleapis.com' } } })
})

it.each([
  {
    sign: 'api!',
    status: 403,
    refusal: { body: serviceDisabled('p') },
    fix: { command: 'gcloud services enable aiplatform.googleapis.com --project=p' },
  },
  {
    sign: 'permission!',
    status: 403,
    refusal: {},
    fix: {
      command:
        'gcloud projects add-iam-policy-binding p --member="user:$(gcloud config get account)" --role=roles/aiplatform.user',
    },
  },
  {
    sign: 'permission!',
    status: 403,
    refusal: { body: refusalBy('USER_PROJECT_DENIED') },
    fix: {
      command:
        'gcloud projects add-iam-policy-binding p --member="user:$(gcloud config get account)" --role=roles/serviceusage.serviceUsageConsumer',
    },
  },
  {
    sign: 'permission!',
    status: 403,
    refusal: { body: refusalBy('BILLING_DISABLED') },
    fix: {
      command: 'gcloud billing projects link p --billing-account=BILLING_ACCOUNT_ID',
      page: 'https://console.cloud.google.com/billing/linkedaccount?project=p',
    },
  },
  { sign: 'model!', status: 404, refusal: {}, fix: { page: expect.stringContaining('/locations') } },
])('tells at $sign why Google refuses with $status, without paying for an answer', async (row) => {
  google.script({ chunks: [], fault: { kind: 'status', status: row.status, ...row.refusal } })
  const { steps, failure } = await walk(vertexProvider(), vertex(USER), 'gemini-3.5-flash')
  expect(steps).toContain(row.sign)
  expect(steps).toMatch(/network\+.*first-token-$/)
  expect(failure).toMatchObject({ fix: row.fix })
  expect(google.requests.filter(({ path }) => path.includes('streamGenerate'))).toEqual([])
})

describe('a role that is missing', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const ACCOUNT = {
    type: 'service_account',
    project_id: 'p',
    client_email: 'nagare@p.iam.gserviceaccount.com',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  const refused = async (fields: Readonly<Record<string, string>>) => {
    google.script({ chunks: [], fault: { kind: 'status', status: 403 } })
    const provider = vertexProvider()
    const { apiKey, credentialsJson, ...open } = fields
    const context = openContext({
      ...{ provider, env: { CLOUDSDK_CONFIG: folder } },
      settings: { connections: { vertex: { provider: 'vertex', ...open } } },
      secrets: { read: (_, field) => new Map(Object.entries({ apiKey, credentialsJson })).get(field) },
      fetch: createGuardedFetch({ fetch: createEmulatorFetch(google), limits }),
    })
    const { failure } = await walk(provider, context, 'gemini-3.5-flash')
    return failure
  }
  const bind = (member: string) =>
    `gcloud projects add-iam-policy-binding p --member="${member}" --role=roles/aiplatform.user`

  it('is given to the service account that asks, and not to whoever has gcloud', async () => {
    const credentialsJson = JSON.stringify(ACCOUNT)
    expect(await refused({ credentialsJson })).toMatchObject({
      error: { code: 'permission-denied' },
      fix: { command: bind('serviceAccount:nagare@p.iam.gserviceaccount.com') },
    })
    const impersonate = 'target@p.iam.gserviceaccount.com'
    expect(await refused({ credentialsJson, impersonate })).toMatchObject({
      fix: { command: bind(`serviceAccount:${impersonate}`) },
    })
  })

  it('is mended for a key where keys are', async () => {
    expect(await refused({ apiKey: 'a-key' })).toMatchObject({
      name: 'permission',
      fix: { page: 'https://console.cloud.google.com/apis/credentials' },
    })
    expect((await refused({ apiKey: 'a-key' })) as object).not.toHaveProperty('fix.command')
  })
})

it('does not send whoever pasted other credentials to a login that would not be used', async () => {
  const provider = vertexProvider()
  const context = openContext({
    ...{ provider, env: { CLOUDSDK_CONFIG: folder } },
    secrets: { read: (_, field) => (field === 'credentialsJson' ? '{"installed":{}}' : undefined) },
    fetch: createGuardedFetch({ fetch: createEmulatorFetch(google), limits }),
  })
  const { steps, failure } = await walk(provider, context, 'gemini-3.5-flash')
  expect(steps).toMatch(/^credentials! token-/)
  expect((failure as { fix?: object }).fix).toEqual({
    page: 'https://console.cloud.google.com/iam-admin/serviceaccounts',
  })
})

it('walks the shorter way of a provider with a key', async () => {
  const { steps } = await walk(openAiProvider, keyed(openAiProvider, 'sk-not-a-real-key'), 'gpt-there')
  expect(steps).toBe('credentials+ network+ permission+ model+ first-token+')
})

it('finds the key missing, refused, allowed to list but not to speak, and the model gone', async () => {
  const provider = openAiProvider
  expect((await walk(provider, keyed(provider), 'gpt-there')).steps).toMatch(/^credentials! network-/)
  expect((await walk(provider, keyed(provider, ' '), 'gpt-there')).steps).toMatch(
    /^credentials\+ network\+ permission! model-/,
  )
  expect((await walk(provider, keyed(provider, 'k'), 'gpt-gone')).steps).toMatch(
    /permission\+ model! first-token-$/,
  )
  openAi.script({ said: { text: '' }, fault: { kind: 'status', status: 403 } })
  expect((await walk(provider, keyed(provider, 'k'), 'gpt-there')).steps).toMatch(
    /network\+ permission! model- first-token-$/,
  )
})

describe('an address at which another server answers', () => {
  const PAGES: Readonly<Record<string, readonly [status: number, body: string]>> = {
    '/page/models': [200, '<!doctype html>'],
    '/moved/models': [302, ''],
    '/broken/models': [503, ''],
    '/busy/models': [429, ''],
    '/no-list/chat/completions': [404, '{"error":{"message":"The model `any` does not exist"}}'],
  }
  let server: LocalServer
  beforeEach(async () => {
    server = await serve(({ url = '' }, response) => {
      const [status, body] = PAGES[url] ?? [404, '{"detail":"Not Found"}']
      response.writeHead(status, status === 302 ? { location: '/' } : {}).end(body)
    })
  })
  afterEach(() => server.close())

  const walkAt = (path: string) => {
    const baseUrl = server.origin + path
    const context = openContext({
      provider: compatibleProvider,
      settings: { connections: { compatible: { provider: 'compatible', baseUrl } } },
      fetch: createGuardedFetch({ fetch: globalThis.fetch, limits }),
    })
    return walk(compatibleProvider, context, 'any')
  }

  it.each([
    ['has a page for everything', '/page'],
    ['has no such page', '/nothing'],
    ['sends on to another page', '/moved'],
  ])('is told as that, and not as a model that is missing, where it %s', async (_, path) => {
    const { steps, failure } = await walkAt(path)
    expect(steps).toBe('credentials+ network! permission- model- first-token-')
    expect(failure).toMatchObject({ error: { code: 'wrong-address', facts: { host: server.host } } })
  })

  it('is right where a server without a list says that it has no such model', async () => {
    const { steps, failure } = await walkAt('/no-list')
    expect(steps).toBe('credentials+ network+ permission+ model! first-token-')
    expect(failure).toMatchObject({ error: { code: 'model-not-found' } })
  })

  it.each([
    ['provider-failed', '/broken'],
    ['rate-limited', '/busy'],
  ])('is not blamed, and nor is the network, for an answer that says %s', async (code, path) => {
    const { steps, failure } = await walkAt(path)
    expect(steps).toBe('credentials+ network+ permission! model- first-token-')
    expect(failure).toMatchObject({ error: { code } })
  })
})

it('tells how to start a model server that is not running', async () => {
  await openAi.close()
  const context = openContext({
    provider: ollamaProvider,
    settings: { connections: { ollama: { provider: 'ollama', baseUrl: openAi.origin } } },
    fetch: createGuardedFetch({ fetch: globalThis.fetch, limits }),
  })
  const { steps, failure } = await walk(ollamaProvider, context, 'gemma')
  expect(steps).toBe('credentials+ network! permission- model- first-token-')
  expect(failure).toMatchObject({ fix: { command: 'ollama serve' } })
})

it('asks nobody for an answer of no model, and says that there is none', async () => {
  const ollama = await startChatEmulator('ollama', { models: [] })
  const context = openContext({
    provider: ollamaProvider,
    settings: { connections: { ollama: { provider: 'ollama', baseUrl: ollama.origin } } },
    fetch: createGuardedFetch({ fetch: globalThis.fetch, limits }),
  })
  const { steps, failure } = await walk(ollamaProvider, context, '')
  await ollama.close()
  expect(steps).toBe('credentials+ network+ permission+ model! first-token-')
  expect(failure).toMatchObject({ error: { code: 'model-not-found', facts: { modelId: 'ollama/' } } })
  expect((failure as { fix?: object }).fix).toEqual({ page: 'https://ollama.com/search' })
  expect(ollama.requests.map(({ path }) => path)).toEqual(['/api/tags'])
})

it('stops at once, also while a token is fetched by a library that hears of no stop', async () => {
  const abort = new AbortController()
  const provider: Provider = {
    ...openAiProvider,
    checks: () => [{ proves: ['token'], run: () => new Promise(() => undefined) }],
  }
  const test = testConnection(
    { provider, modelName: 'gpt-there', context: keyed(provider, 'k'), facts: { modelId: 'x' } },
    { signal: abort.signal, now: () => 0, onProgress: () => undefined },
  )
  abort.abort()
  expect(short(await test)).toBe('token- model- first-token-')
})
