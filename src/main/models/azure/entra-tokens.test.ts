import { inspect } from 'node:util'

import { afterEach, beforeEach, expect, it } from 'vitest'

import {
  type EntraEmulator,
  entraRefusal,
  entraToken,
  startEntraEmulator,
} from '../../../../emulators/entra/entra-emulator'
import { createRoutedFetch } from '../../testing/providers/routed-fetch'
import { createGuardedFetch } from '../../transport/guarded-fetch'
import { redact } from '../../transport/redact'
import { caught } from '../../transport/testing/caught'
import { toTransportFault } from '../../transport/transport-fault'
import { toModelFault } from '../model-fault'
import { createEntraTokens, type EntraClient } from './entra-tokens'

const CLIENT: EntraClient = {
  authority: 'https://login.microsoftonline.com',
  tenantId: '11111111-2222-3333-4444-555555555555',
  clientId: 'emulated-client',
  clientSecret: 'hush~hush~planted',
}
const MINUTE_MS = 60_000

let entra: EntraEmulator
let fetch: typeof globalThis.fetch
let now: number
let tokens: ReturnType<typeof createEntraTokens>

beforeEach(async () => {
  entra = await startEntraEmulator(CLIENT)
  fetch = createGuardedFetch({
    fetch: createRoutedFetch(entra.origin),
    limits: { headersMs: 10_000, idleMs: 10_000 },
  })
  now = 0
  tokens = createEntraTokens(() => now)
})
afterEach(() => entra.close())

it('asks the tenant for a token of the service, by a form', async () => {
  expect(await tokens.read(CLIENT, fetch)).toBe(entraToken(1))
  const [request] = entra.requests
  expect(`${request?.host}${request?.path}`).toBe(
    'login.microsoftonline.com/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token',
  )
  expect(request?.body).toEqual({
    grant_type: 'client_credentials',
    client_id: 'emulated-client',
    client_secret: 'hush~hush~planted',
    scope: 'https://cognitiveservices.azure.com/.default',
  })
})

it.each([
  ['https://login.microsoftonline.us', 'https://cognitiveservices.azure.us/.default'],
  ['https://login.partner.microsoftonline.cn', 'https://cognitiveservices.azure.cn/.default'],
])('asks %s for a token of its own cloud', async (authority, scope) => {
  await tokens.read({ ...CLIENT, authority }, fetch)
  expect(entra.requests[0]?.host).toBe(new URL(authority).host)
  expect(entra.requests[0]?.body).toMatchObject({ scope })
})

it('shares one request between all that wait, and its token until shortly before it expires', async () => {
  const read = () => tokens.read(CLIENT, fetch)
  expect(await Promise.all([read(), read(), read()])).toEqual(Array(3).fill(entraToken(1)))
  now = 54 * MINUTE_MS
  expect(await read()).toBe(entraToken(1))
  now = 56 * MINUTE_MS
  expect(await Promise.all([read(), read()])).toEqual([entraToken(2), entraToken(2)])
  expect(entra.requests).toHaveLength(2)
})

it('uses half the life of a token that lives for less than ten minutes', async () => {
  entra.script({ lifetime: 120 })
  await tokens.read(CLIENT, fetch)
  now = MINUTE_MS - 1
  expect(await tokens.read(CLIENT, fetch)).toBe(entraToken(1))
  now = MINUTE_MS
  expect(await tokens.read(CLIENT, fetch)).toBe(entraToken(2))
})

it('asks anew after a refusal, for another secret, and for a token that it was told to forget', async () => {
  entra.script({ fault: { kind: 'status', status: 503 } })
  await caught(tokens.read(CLIENT, fetch))
  expect(await tokens.read(CLIENT, fetch)).toBe(entraToken(2))
  await caught(tokens.read({ ...CLIENT, clientSecret: 'another' }, fetch))
  expect(entra.requests).toHaveLength(3)
  tokens.forget(CLIENT)
  expect(await tokens.read(CLIENT, fetch)).toBe(entraToken(4))
})

it.each([
  ['wrong-secret', 'AADSTS7000215', { clientSecret: 'wrong~wrong~planted' }],
  ['unknown-client', 'AADSTS700016', { clientId: 'somebody' }],
  ['unknown-tenant', 'AADSTS90002', { tenantId: 'nowhere' }],
] as const)('tells a %s by its code, and nothing of the secret', async (refusal, code, change) => {
  const failure = await caught(tokens.read({ ...CLIENT, ...change }, fetch))
  const detail = expect.stringMatching(new RegExp(`^40[01] ${code}$`)) as string
  expect(toModelFault(failure)).toEqual({ kind: 'entra-refused', refusal, detail })
  expect(inspect(failure, { depth: 20, showHidden: true })).not.toMatch(/planted/)
})

it.each([
  ['expired-secret', 'AADSTS7000222: The provided client secret keys are expired.'],
  ['other', 'AADSTS53003: Access has been blocked by Conditional Access policies.'],
])('tells a refusal for the reason %s', async (refusal, description) => {
  const { status, body } = entraRefusal(401, 'invalid_client', description)
  entra.script({ fault: { kind: 'status', status, body } })
  expect(toModelFault(await caught(tokens.read(CLIENT, fetch)))).toMatchObject({ refusal })
})

it('has a token of any shape taken out of what is written from then on', async () => {
  const token = 'opaque+planted+token'
  const grant = async () => Response.json({ access_token: token, expires_in: 3599 })
  await tokens.read(CLIENT, grant)
  expect(redact(`Azure said ${token}`)).not.toContain(token)
})

it('keeps a service that is down, and a page that is no token, apart from a refusal', async () => {
  entra.script(
    { fault: { kind: 'status', status: 503 } },
    { fault: { kind: 'status', status: 200, body: '<html>' } },
  )
  const kinds = [await caught(tokens.read(CLIENT, fetch)), await caught(tokens.read(CLIENT, fetch))].map(
    (failure) => [toTransportFault(failure)?.kind, toModelFault(failure)],
  )
  expect(kinds).toEqual([
    ['status', undefined],
    ['malformed', undefined],
  ])
})
