import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'

import { AIMessage, HumanMessage } from '@langchain/core/messages'
import { concat } from '@langchain/core/utils/stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createEmulatorFetch } from '../../../../emulators/vertex/emulator-fetch'
import { textReply } from '../../../../emulators/vertex/reply-script'
import { startVertexEmulator, type VertexEmulator } from '../../../../emulators/vertex/vertex-emulator'
import { captureRequest } from '../../chat/capture-request'
import { toAppError } from '../../chat/to-app-error'
import { createGuardedFetch } from '../../transport/guarded-fetch'
import { caught } from '../../transport/testing/caught'
import { toTransportFault } from '../../transport/transport-fault'
import { toModelFault } from '../model-fault'
import type { ModelSettings } from '../model-settings'
import { createModelOpener } from '../open-model'
import type { Environment, OpenContext } from '../provider'
import { openContext } from '../testing/connection-context'
import { fixVertex } from './fix-vertex'
import { createVertexProvider } from './vertex-provider'

const MODEL = 'gemini-3.5-flash'
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const SERVICE_ACCOUNT = {
  type: 'service_account',
  project_id: 'sa-project',
  client_email: 'nagare@sa-project.iam.gserviceaccount.com',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
}
const USER = { type: 'authorized_user', client_id: 'id', client_secret: 'hush', refresh_token: 'refresh' }

let emulator: VertexEmulator
let folder: string
let fetch: typeof globalThis.fetch

beforeEach(async () => {
  emulator = await startVertexEmulator()
  folder = await mkdtemp(join(tmpdir(), 'vertex-provider-'))
  fetch = createGuardedFetch({
    fetch: createEmulatorFetch(emulator),
    limits: { headersMs: 5000, idleMs: 5000 },
  })
})

afterEach(async () => {
  await emulator.close()
  await rm(folder, { recursive: true })
})

async function credentialsFile(json: unknown, name = 'credentials.json'): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, JSON.stringify(json))
  return file
}

function context(vertex: ModelSettings['vertex'], env: Environment = {}): OpenContext {
  return openContext({ settings: { vertex }, env: { CLOUDSDK_CONFIG: folder, ...env }, fetch })
}

function actingAs(impersonate: string, credentialsFile: string): OpenContext {
  const connections = { vertex: { provider: 'vertex', credentialsFile, impersonate } }
  return openContext({ settings: { connections }, env: { CLOUDSDK_CONFIG: folder }, fetch })
}

async function ask(given: OpenContext, provider = createVertexProvider()): Promise<string> {
  const model = await provider.open(MODEL, given)
  const answer = await model.invoke('What is baseball?')
  return answer.text
}

function addresses(): readonly string[] {
  return emulator.requests.map(({ host, path }) => `${host}${path}`)
}

const SHORT = `publishers/google/models/${MODEL}:streamGenerateContent?alt=sse`

it.each([
  ['global', 'aiplatform.googleapis.com'],
  ['us-central1', 'us-central1-aiplatform.googleapis.com'],
  ['asia-northeast1', 'asia-northeast1-aiplatform.googleapis.com'],
  ['eu', 'aiplatform.eu.rep.googleapis.com'],
  ['us', 'aiplatform.us.rep.googleapis.com'],
])('asks in the location %s at %s', async (location, host) => {
  const file = await credentialsFile(SERVICE_ACCOUNT)
  await ask(context({ location, project: 'p', credentialsFile: file }))
  expect(addresses()).toEqual([
    'oauth2.googleapis.com/token',
    `${host}/v1/projects/p/locations/${location}/${SHORT}`,
  ])
})

it('asks at the endpoint of the settings instead, with a token as with a key', async () => {
  const endpoint = 'private.googleapis.com'
  const file = await credentialsFile(SERVICE_ACCOUNT)
  await ask(context({ endpoint, credentialsFile: file }))
  await ask(context({ endpoint, apiKey: 'key' }))
  expect(addresses().slice(1)).toEqual([
    `${endpoint}/v1/projects/sa-project/locations/global/${SHORT}`,
    `${endpoint}/v1/${SHORT}`,
  ])
})

it('sends an API key without a project, in a header, never in the address', async () => {
  expect(await ask(context({ apiKey: 'secret-key', location: 'eu', project: 'p' }))).toContain('Hello')
  expect(addresses()).toEqual([`aiplatform.googleapis.com/v1/${SHORT}`])
  expect(emulator.requests[0]?.headers['x-goog-api-key']).toBe('secret-key')
})

it('does not let a key of the environment replace a service account of the settings', async () => {
  vi.stubEnv('GOOGLE_API_KEY', 'stray')
  const file = await credentialsFile(SERVICE_ACCOUNT)
  await ask(context({ credentialsFile: file }, { GOOGLE_API_KEY: 'stray' }))
  vi.unstubAllEnvs()
  expect(emulator.requests.at(-1)?.headers).toMatchObject({
    authorization: expect.stringMatching(/^Bearer ya29/),
  })
  expect(emulator.requests.at(-1)?.headers).not.toHaveProperty('x-goog-api-key')
})

it('uses the login of gcloud, and bills the project that it names', async () => {
  await credentialsFile({ ...USER, quota_project_id: 'quota' }, 'application_default_credentials.json')
  await ask(context({}))
  expect(emulator.requests.at(-1)?.path).toContain('/projects/quota/')
  expect(emulator.requests.at(-1)?.headers['x-goog-user-project']).toBe('quota')
})

it('fetches a token once for many models', async () => {
  const provider = createVertexProvider()
  const given = context({ credentialsFile: await credentialsFile(SERVICE_ACCOUNT) })
  await Promise.all([ask(given, provider), ask(given, provider)])
  await ask(given, provider)
  expect(addresses().filter((address) => address.includes('/token'))).toHaveLength(1)
})

it('reads the credentials anew after they were refused', async () => {
  const provider = createVertexProvider()
  const given = context({
    project: 'p',
    credentialsFile: await credentialsFile({ ...USER, refresh_token: '' }),
  })
  expect(toModelFault(await caught(ask(given, provider)))).toMatchObject({ kind: 'rejected-credentials' })
  await credentialsFile(USER)
  expect(await ask(given, provider)).toContain('Hello')
})

it('logs in anew when the file of the login is another one, although the old token still holds', async () => {
  const provider = createVertexProvider()
  const name = 'application_default_credentials.json'
  await credentialsFile({ ...USER, quota_project_id: 'first' }, name)
  await ask(context({}), provider)
  await credentialsFile({ ...USER, quota_project_id: 'second-project' }, name)
  await ask(context({}), provider)
  expect(emulator.requests.at(-1)?.path).toContain('/projects/second-project/')
})

it('says why a token was refused, without the secrets that were sent for it', async () => {
  const file = await credentialsFile({ ...USER, client_id: '' })
  const failure = await caught(ask(context({ project: 'p', credentialsFile: file })))
  expect(toModelFault(failure)).toEqual({
    kind: 'rejected-credentials',
    detail: '400 invalid_request Missing required parameter: client_id',
  })
  expect(inspect(failure, { depth: 20, showHidden: true })).not.toMatch(/hush|"refresh"/)
})

it('calls a key that is none rejected, without asking anybody', async () => {
  const file = await credentialsFile({ ...SERVICE_ACCOUNT, private_key: 'not a key' })
  const failure = await caught(ask(context({ credentialsFile: file })))
  expect(toModelFault(failure)?.kind).toBe('rejected-credentials')
  expect(emulator.requests).toEqual([])
})

it('keeps a network that is down apart from credentials that are bad', async () => {
  const file = await credentialsFile(SERVICE_ACCOUNT)
  let attempts = 0
  const down = createGuardedFetch({
    fetch: async () => {
      attempts++
      throw new Error('net::ERR_PROXY_CONNECTION_FAILED')
    },
    limits: { headersMs: 5000, idleMs: 5000 },
  })
  const failure = await caught(ask({ ...context({ credentialsFile: file }), fetch: down }))
  expect([toTransportFault(failure)?.kind, toModelFault(failure), attempts]).toEqual(['proxy', undefined, 1])
})

it.each([
  ['a file that is not there', undefined],
  ['a file that holds something else', { hello: 'world' }],
])('names %s', async (_, json) => {
  const file = json === undefined ? join(folder, 'nowhere.json') : await credentialsFile(json)
  const failure = await caught(ask(context({ credentialsFile: file })))
  expect(toModelFault(failure)).toEqual({ kind: 'missing-credentials', file })
})

it('says that there are no credentials where there are none, soon', async () => {
  const failure = await caught(ask(context({})))
  expect(toModelFault(failure)).toEqual({ kind: 'missing-credentials' })
})

it('says that a project is missing when neither settings nor credentials name one', async () => {
  const failure = await caught(ask(context({ credentialsFile: await credentialsFile(USER) })))
  expect(toModelFault(failure)).toEqual({ kind: 'missing-project' })
})

it('asks a machine at Google for its own account', async () => {
  const answers: Readonly<Record<string, string>> = {
    '/computeMetadata/v1/project/project-id': 'machine-project',
    '/computeMetadata/v1/instance/service-accounts/default/token':
      '{"access_token":"ya29.machine","expires_in":3600,"token_type":"Bearer"}',
  }
  const machine: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input))
    const answer = url.host === 'metadata.example' ? answers[url.pathname] : undefined
    if (answer === undefined) return fetch(input, init)
    return new Response(answer, { headers: { 'metadata-flavor': 'Google' } })
  }
  await ask({ ...context({}, { GCE_METADATA_HOST: 'metadata.example' }), fetch: machine })
  expect(emulator.requests.at(-1)?.path).toContain('/projects/machine-project/')
  expect(emulator.requests.at(-1)?.headers.authorization).toBe('Bearer ya29.machine')
})

it('takes whoever answers in the place of a metadata server for nobody', async () => {
  const portal: typeof globalThis.fetch = async () => new Response('<title>Sign in</title>')
  const failure = await caught(ask({ ...context({}), fetch: portal }))
  expect(toModelFault(failure)).toEqual({ kind: 'missing-credentials' })
})

it('stops while it waits for a token', async () => {
  const stop = new AbortController()
  const silent: typeof globalThis.fetch = () => new Promise(() => stop.abort())
  const file = await credentialsFile(SERVICE_ACCOUNT)
  const model = await createVertexProvider().open(MODEL, {
    ...context({ credentialsFile: file }),
    fetch: silent,
  })
  const failure = await caught(model.stream('prompt', { signal: stop.signal }))
  expect(failure).toMatchObject({ name: 'AbortError' })
})

it('closes the socket when it is stopped, and when its reader leaves', async () => {
  const long = textReply('x'.repeat(1000), { charsPerChunk: 1, delayMs: 10 })
  emulator.script(long, long)
  const given = context({ apiKey: 'key' })
  const provider = createVertexProvider()
  const stop = new AbortController()
  await (await provider.open(MODEL, given)).stream('x', { signal: stop.signal })
  const left = await (await provider.open(MODEL, given)).stream('x')
  stop.abort()
  await left.return()
  await vi.waitFor(() => {
    expect(emulator.requests.map(({ closedBy }) => closedBy)).toEqual(['client', 'client'])
  })
})

it('asks for thoughts where a model thinks, and nowhere else', async () => {
  const provider = createVertexProvider()
  const given = context({ apiKey: 'key' })
  for (const name of [MODEL, 'gemini-3.5-flash-lite', 'gemini-unlisted']) {
    await (await provider.open(name, given)).invoke('x')
  }
  const configs = emulator.requests.map(
    ({ body }) =>
      (body as { generationConfig: { thinkingConfig?: unknown } }).generationConfig.thinkingConfig,
  )
  expect(configs).toEqual([{ includeThoughts: true }, undefined, undefined])
})

it('sends thought signatures back in the next turn, each with the part that it came with', async () => {
  const content = (parts: readonly object[], finishReason?: 'STOP') => ({
    candidates: [{ content: { role: 'model' as const, parts }, ...(finishReason ? { finishReason } : {}) }],
  })
  emulator.script({
    chunks: [
      content([{ text: 'Hm', thought: true }]),
      content([{ text: 'Let me ' }]),
      content([
        { text: 'look.' },
        { functionCall: { name: 'look', args: { at: 1 } }, thoughtSignature: 'of-call' },
      ]),
      content([{ text: '', thoughtSignature: 'of-text' }], 'STOP'),
    ],
  })
  const model = await createVertexProvider().open(MODEL, context({ apiKey: 'key' }))
  const chunks = []
  for await (const chunk of await model.stream('Where?')) chunks.push(chunk)
  const { content: kept, tool_calls, additional_kwargs } = chunks.reduce((sum, chunk) => concat(sum, chunk))
  // Written down and read again, as a conversation is.
  const stored = JSON.parse(JSON.stringify({ content: kept, tool_calls, additional_kwargs })) as object
  await model.invoke([new HumanMessage('Where?'), new AIMessage(stored), new HumanMessage('And now?')])
  const { contents } = emulator.requests.at(-1)?.body as { contents: readonly unknown[] }
  expect(contents[1]).toEqual({
    role: 'model',
    parts: [
      { text: 'Hm', thought: true },
      { text: 'Let me look.', thoughtSignature: 'of-text' },
      { functionCall: { name: 'look', args: { at: 1 } }, thoughtSignature: 'of-call' },
    ],
  })
})

it('shows callbacks the whole answer, as LangChain promises', async () => {
  emulator.script(textReply('Hello there', { charsPerChunk: 3 }))
  const model = await createVertexProvider().open(MODEL, context({ apiKey: 'key' }))
  const seen: string[] = []
  let whole = ''
  const callbacks = [
    {
      handleLLMNewToken: (token: string) => void seen.push(token),
      handleLLMEnd: ({ generations }: { generations: { text: string }[][] }) => {
        whole = generations[0]?.[0]?.text ?? ''
      },
    },
  ]
  for await (const chunk of await model.stream('x', { callbacks })) void chunk
  expect([seen.join(''), whole]).toEqual(['Hello there', 'Hello there'])
})

it('ends without a finish reason when the provider answers with nothing at all', async () => {
  const nothing: typeof globalThis.fetch = async () => new Response(null, { status: 204 })
  const model = await createVertexProvider().open(MODEL, { ...context({ apiKey: 'key' }), fetch: nothing })
  const chunks = []
  for await (const chunk of await model.stream('x')) chunks.push(chunk)
  expect(chunks).toEqual([])
})

it('tells two function calls apart also as events, where the stock class melts them into one', async () => {
  const call = (name: string) => ({
    candidates: [{ content: { role: 'model' as const, parts: [{ functionCall: { name, args: {} } }] } }],
  })
  emulator.script({ chunks: [call('one'), call('two')] })
  const model = await createVertexProvider().open(MODEL, context({ apiKey: 'key' }))
  const message = await model.streamEvents('x', {})
  expect(message.tool_calls?.map(({ name }) => name)).toEqual(['one', 'two'])
})

it('keeps its key out of what LangChain shows its callbacks', async () => {
  const model = await createVertexProvider().open(MODEL, context({ apiKey: 'secret-key' }))
  expect(JSON.stringify(model.toJSON()) + inspect(model, { depth: 20 })).not.toContain('secret-key')
})

it('tells where its requests go, and with whose file, but says nothing of a key', () => {
  const { place } = createVertexProvider()
  expect([
    place?.(context({ project: 'p', location: 'asia-northeast1', credentialsFile: '/keys/sa.json' })),
    place?.(context({ project: 'p' })),
    place?.(context({ apiKey: 'key', project: 'p' })),
  ]).toEqual([
    { location: 'asia-northeast1', project: 'p', file: '/keys/sa.json' },
    { location: 'global', project: 'p' },
    {},
  ])
})

it('asks with the token of the service account that it acts as, from the settings or from the file', async () => {
  const target = 'target@my-project.iam.gserviceaccount.com'
  const file = await credentialsFile(SERVICE_ACCOUNT)
  await ask(actingAs(target, file))
  const path = `iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${target}:generateAccessToken`
  expect(addresses()[1]).toBe(path)
  expect(emulator.requests[2]?.headers.authorization).toMatch(/^Bearer ya29\.as-target@/)

  const impersonated = {
    type: 'impersonated_service_account',
    source_credentials: USER,
    service_account_impersonation_url: `https://${path}`,
  }
  await ask(context({ credentialsFile: await credentialsFile(impersonated, 'as.json'), project: 'p' }))
  expect(addresses()[4]).toBe(path)
  expect(emulator.requests[5]?.headers.authorization).toMatch(/^Bearer ya29\.as-target@/)
})

it('names the account that it may not act as, and the role that is missing', async () => {
  const account = 'refused@my-project.iam.gserviceaccount.com'
  const file = await credentialsFile(SERVICE_ACCOUNT)
  const error = await caught(ask(actingAs(account, file)))
  const told = toAppError(error, { project: 'my-project' })
  expect(told).toMatchObject({ code: 'impersonation-denied', facts: { account } })
  expect(fixVertex(told.code, told.facts ?? {}, actingAs(account, file))).toEqual({
    command: `gcloud iam service-accounts add-iam-policy-binding ${account} --member="serviceAccount:nagare@sa-project.iam.gserviceaccount.com" --role=roles/iam.serviceAccountTokenCreator`,
    page: 'https://console.cloud.google.com/iam-admin/serviceaccounts?project=my-project',
  })
})

it.each([
  ['a login by gcloud', USER, 'user:$(gcloud config get account)'],
  [
    'a file that acts as another account by itself',
    {
      type: 'impersonated_service_account',
      source_credentials: USER,
      service_account_impersonation_url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/between@p.iam.gserviceaccount.com:generateAccessToken`,
    },
    'serviceAccount:between@p.iam.gserviceaccount.com',
  ],
])('names %s as who lacks the role', async (_, json, member) => {
  const account = 'refused@my-project.iam.gserviceaccount.com'
  const failure = await caught(
    ask(actingAs(account, await credentialsFile({ ...json, quota_project_id: 'p' }))),
  )
  expect(toAppError(failure, {}).facts).toEqual({ account, member })
})

describe('a model that is opened as the app opens it', () => {
  function opener(credentialsFile: string, impersonate?: string) {
    const acting = impersonate === undefined ? {} : { impersonate }
    return createModelOpener({
      fetch,
      env: { CLOUDSDK_CONFIG: folder },
      settings: () => ({ connections: { vertex: { provider: 'vertex', credentialsFile, ...acting } } }),
      providers: [createVertexProvider()],
      // Recordings listen through a fetch of its own for every model.
      record: (listened) => (input, init) => listened(input, init),
    })
  }

  it('asks with the token of the model before it', async () => {
    const models = opener(await credentialsFile(SERVICE_ACCOUNT))
    for (let asked = 0; asked < 3; asked++) await (await models.open(`vertex/${MODEL}`)).invoke('x')
    expect(addresses().filter((address) => address.endsWith('/token'))).toHaveLength(1)
  })

  it('shows the request for an answer, not the one for the token of another account', async () => {
    const models = opener(await credentialsFile(SERVICE_ACCOUNT), 'target@p.iam.gserviceaccount.com')
    const shown = await captureRequest({
      open: (captured) => models.open(`vertex/${MODEL}`, { fetch: captured }),
      messages: [new HumanMessage('Hello')],
      fetch,
    })
    expect(shown.address).toContain(`${MODEL}:streamGenerateContent`)
    expect((await (await models.open(`vertex/${MODEL}`)).invoke('x')).text).toContain('Hello')
  })
})

it('names the API that a login needs and that is switched off', async () => {
  const file = await credentialsFile(SERVICE_ACCOUNT)
  const acting = actingAs('off@my-project.iam.gserviceaccount.com', file)
  const error = await caught(ask(acting))
  const told = toAppError(error, { project: 'my-project' })
  const api = 'iamcredentials.googleapis.com'
  expect(told).toMatchObject({ code: 'api-disabled', facts: { api } })
  expect(fixVertex(told.code, told.facts ?? {}, acting)).toEqual({
    command: `gcloud services enable ${api} --project=my-project`,
    page: `https://console.cloud.google.com/apis/library/${api}?project=my-project`,
  })
})
