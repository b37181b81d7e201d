import { describe, expect, it } from 'vitest'

import { modelError } from '../models/model-fault'
import { type TransportFault, transportError } from '../transport/transport-fault'
import { toAppError } from './to-app-error'

const about = { modelId: 'vertex/x' }
const at = { host: 'api.example', bytesReceived: 0 }
const codeOf = (fault: TransportFault) => toAppError(transportError(fault), about).code

describe('toAppError', () => {
  it.each([
    ['refused', 'connection-refused'],
    ['dns', 'host-not-found'],
    ['unreachable', 'offline'],
    ['tls', 'tls-failed'],
    ['proxy', 'proxy-failed'],
    ['reset', 'connection-reset'],
    ['suspended', 'interrupted'],
    ['unknown', 'unexpected'],
    ['malformed', 'malformed-stream'],
  ] as const)('calls a fault of the kind %s %s', (kind, code) => {
    expect(codeOf({ kind, ...at })).toBe(code)
  })

  it('calls what broke off in the middle of an answer a broken connection, whatever broke it', () => {
    expect(codeOf({ kind: 'unknown', ...at, bytesReceived: 1 })).toBe('connection-reset')
  })

  it.each([
    [400, undefined, 'request-refused'],
    [400, 'API_KEY_INVALID', 'key-refused'],
    [401, undefined, 'key-refused'],
    [403, 'SERVICE_DISABLED', 'api-disabled'],
    [403, 'BILLING_DISABLED', 'no-credit'],
    [403, 'USER_PROJECT_DENIED', 'permission-denied'],
    [403, 'IAM_PERMISSION_DENIED', 'permission-denied'],
    [403, 'toString', 'permission-denied'],
    [404, undefined, 'model-not-found'],
    [429, undefined, 'rate-limited'],
    [500, undefined, 'provider-failed'],
    [503, undefined, 'provider-failed'],
  ])('calls status %i with reason %s %s', (status, providerReason, code) => {
    expect(
      codeOf({ kind: 'status', status, ...(providerReason === undefined ? {} : { providerReason }), ...at }),
    ).toBe(code)
  })

  it.each([
    ['OpenAI', { status: 429, providerCode: 'insufficient_quota' }],
    ['Anthropic', { status: 400, providerMessage: 'Your credit balance is too low to access the API.' }],
    ['whoever asks for payment', { status: 402 }],
  ])('knows how %s says that the account has no credit', (_, said) => {
    expect(codeOf({ kind: 'status', ...said, ...at })).toBe('no-credit')
  })

  it('brings what the sentence may name, through whatever wrapped the fault', () => {
    const fault = {
      kind: 'status',
      status: 429,
      retryAfterSeconds: 7,
      providerMessage: 'Quota exceeded',
      ...at,
    } as const
    const wrapped = new Error('provider class failed', { cause: transportError(fault) })
    expect(toAppError(wrapped, about)).toEqual({
      code: 'rate-limited',
      detail: 'Quota exceeded',
      facts: { modelId: 'vertex/x', host: 'api.example', status: 429, retryAfterSeconds: 7 },
    })
  })

  it('tells missing credentials from a missing project', () => {
    expect([
      toAppError(modelError({ kind: 'missing-credentials' }), about).code,
      toAppError(modelError({ kind: 'missing-project' }), about).code,
    ]).toEqual(['missing-credentials', 'missing-project'])
  })

  it('keeps keys out of what it was not told about', () => {
    const key = `AIza${'x'.repeat(35)}`
    expect(JSON.stringify(toAppError(new Error(`failed at ?key=${key}`), about))).not.toContain(key)
  })
})
