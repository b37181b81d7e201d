import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { type ChatEmulator, startChatEmulator } from '../../../../emulators/chat/chat-emulator'
import {
  type EntraEmulator,
  entraToken,
  startEntraEmulator,
} from '../../../../emulators/entra/entra-emulator'
import { toAppError } from '../../chat/to-app-error'
import { testConnection } from '../../connections/test-connection'
import { createRoutedFetch } from '../../testing/providers/routed-fetch'
import { createGuardedFetch } from '../../transport/guarded-fetch'
import { caught } from '../../transport/testing/caught'
import type { Environment, OpenContext } from '../provider'
import { openContext } from '../testing/connection-context'
import { createAzureProvider } from './azure-provider'

const IDS = { tenantId: 'tenant', clientId: 'client' }
const SECRET = 'hush~hush~planted'
const OPEN = { endpoint: 'https://emulated.openai.azure.com', deployment: 'emulated-model' }

let azure: ChatEmulator
let entra: EntraEmulator

beforeEach(async () => {
  azure = await startChatEmulator('azure')
  entra = await startEntraEmulator({ ...IDS, clientSecret: SECRET })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await azure.close()
  await entra.close()
})

interface Saved {
  readonly open?: Readonly<Record<string, string>>
  readonly secret?: Readonly<Record<string, string>>
  readonly env?: Environment
}

const CLIENT: Saved = { open: IDS, secret: { clientSecret: SECRET } }

function context(provider: ReturnType<typeof createAzureProvider>, saved: Saved): OpenContext {
  const [toAzure, toEntra] = [createRoutedFetch(azure.origin), createRoutedFetch(entra.origin)]
  const { open = {}, secret = {}, env = {} } = saved
  return openContext({
    provider,
    env,
    settings: { connections: { azure: { provider: 'azure', ...OPEN, ...open } } },
    secrets: { read: (_, field) => secret[field] },
    fetch: createGuardedFetch({
      fetch: (input, init) =>
        new URL(String(input)).host.startsWith('login.') ? toEntra(input, init) : toAzure(input, init),
      limits: { headersMs: 10_000, idleMs: 10_000 },
    }),
  })
}

async function ask(saved: Saved, provider = createAzureProvider()): Promise<string> {
  const model = await provider.open('emulated-model', context(provider, saved))
  let text = ''
  for await (const chunk of await model.stream('Hello')) text += chunk.text
  return text
}

async function walk(saved: Saved) {
  const provider = createAzureProvider()
  const steps = await testConnection(
    { provider, modelName: 'emulated-model', context: context(provider, saved), facts: {} },
    { signal: new AbortController().signal, now: () => 0, onProgress: () => {} },
  )
  return {
    steps: steps.map(({ name, status }) => `${name} ${status}`),
    failure: steps.find(({ status }) => status === 'failed'),
  }
}

const refuse = (status: number, code: string) =>
  azure.script({
    said: { text: '' },
    fault: { kind: 'status', status, body: { error: { code, message: 'Access denied.' } } },
  })

it('fetches a token for a client, once for many answers', async () => {
  const provider = createAzureProvider()
  await Promise.all([ask(CLIENT, provider), ask(CLIENT, provider)])
  expect(await ask(CLIENT, provider)).toContain('Hello')
  expect(entra.requests).toHaveLength(1)
  expect(azure.requests.map(({ headers }) => headers.authorization)).toEqual(
    Array(3).fill(`Bearer ${entraToken(1)}`),
  )
})

it('lets no key of the environment stand in for the login that was saved', async () => {
  const env = { AZURE_OPENAI_API_KEY: 'stray' }
  vi.stubEnv('AZURE_OPENAI_API_KEY', 'stray')
  await ask({ ...CLIENT, env })
  await ask({ secret: { entraToken: 'pasted' }, env })
  expect(azure.requests.map(({ headers }) => [headers.authorization, headers['api-key']])).toEqual([
    [`Bearer ${entraToken(1)}`, undefined],
    ['Bearer pasted', undefined],
  ])
})

it('signs in with what the environment says about an application', async () => {
  const AZURE_AUTHORITY_HOST = 'login.microsoftonline.us'
  await ask({
    env: {
      AZURE_TENANT_ID: 'tenant',
      AZURE_CLIENT_ID: 'client',
      AZURE_CLIENT_SECRET: SECRET,
      AZURE_AUTHORITY_HOST,
    },
  })
  expect(entra.requests[0]?.host).toBe(AZURE_AUTHORITY_HOST)
})

it('walks from the credentials over the token to the first word', async () => {
  expect((await walk(CLIENT)).steps).toEqual(
    ['credentials', 'token', 'network', 'permission', 'model', 'first-token'].map((step) => `${step} passed`),
  )
  expect(entra.requests).toHaveLength(1)
})

it('stops at the token when Entra ID refuses the secret', async () => {
  const { steps, failure } = await walk({ ...CLIENT, secret: { clientSecret: 'wrong' } })
  expect(steps.slice(0, 3)).toEqual(['credentials passed', 'token failed', 'network not-reached'])
  expect(failure).toMatchObject({
    error: { code: 'entra-refused', facts: { entraRefusal: 'wrong-secret' } },
    fix: { page: expect.stringContaining('entra.microsoft.com') as string },
  })
  expect(azure.requests).toEqual([])
})

it.each(['com', 'us', 'cn'])('tells the command for a new token in the cloud azure.%s', async (cloud) => {
  refuse(401, '401')
  const open = { endpoint: `https://emulated.openai.azure.${cloud}/` }
  const { steps, failure } = await walk({ open, secret: { entraToken: 'pasted' } })
  expect(steps).toContain('permission failed')
  expect(failure).toMatchObject({
    error: {
      code: 'token-expired',
      facts: { resource: `https://cognitiveservices.azure.${cloud}` },
    },
    fix: { command: `az account get-access-token --resource https://cognitiveservices.azure.${cloud}` },
  })
})

it('tells a key that is wrong, and a role that is missing, from a token that has expired', async () => {
  const codeOf = async (saved: Saved) => toAppError(await caught(ask(saved)), {}).code
  refuse(401, '401')
  expect(await codeOf({ secret: { apiKey: 'wrong' } })).toBe('key-refused')
  refuse(401, 'PermissionDenied')
  expect(await codeOf({ secret: { entraToken: 'pasted' } })).toBe('permission-denied')
  refuse(401, 'PermissionDenied')
  expect(await codeOf(CLIENT)).toBe('permission-denied')
})

it('fetches another token after one was refused', async () => {
  const provider = createAzureProvider()
  refuse(401, '401')
  await caught(ask(CLIENT, provider))
  await ask(CLIENT, provider)
  expect(azure.requests.at(-1)?.headers.authorization).toBe(`Bearer ${entraToken(2)}`)
})

it('stops while it waits for a token', async () => {
  const provider = createAzureProvider()
  const stop = new AbortController()
  const silent: typeof fetch = () => new Promise(() => stop.abort())
  const model = await provider.open('emulated-model', { ...context(provider, CLIENT), fetch: silent })
  expect(await caught(model.stream('Hello', { signal: stop.signal }))).toMatchObject({ name: 'AbortError' })
})
