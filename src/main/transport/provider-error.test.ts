import { expect, it } from 'vitest'

import { readProviderError } from './provider-error'

const QUOTA = {
  error: {
    code: 429,
    status: 'RESOURCE_EXHAUSTED',
    message: 'Quota exceeded.',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '3.5s' },
      { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'RATE_LIMIT_EXCEEDED' },
    ],
  },
}

it('reads Google’s error with its reason and the delay that it asks for', () => {
  const expected = {
    words: {
      providerCode: 'RESOURCE_EXHAUSTED',
      providerReason: 'RATE_LIMIT_EXCEEDED',
      providerMessage: 'Quota exceeded.',
    },
    status: 429,
    retryAfterSeconds: 4,
  }
  expect(readProviderError(JSON.stringify(QUOTA))).toEqual(expected)
  expect(readProviderError(JSON.stringify([QUOTA]))).toEqual(expected)
})

it.each([
  [
    'a token endpoint',
    { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
    { words: { providerCode: 'invalid_grant', providerMessage: 'Token has been expired or revoked.' } },
  ],
  [
    'OpenAI',
    { error: { message: 'Slow down.', type: 'requests', param: null, code: 'rate_limit_exceeded' } },
    { words: { providerCode: 'rate_limit_exceeded', providerMessage: 'Slow down.' }, status: 429 },
  ],
  [
    'Azure, which repeats the status as a number',
    { error: { message: 'Filtered.', type: null, code: 'content_filter', status: 400 } },
    { words: { providerCode: 'content_filter', providerMessage: 'Filtered.' } },
  ],
  [
    'Anthropic',
    { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
    { words: { providerCode: 'overloaded_error', providerMessage: 'Overloaded' }, status: 529 },
  ],
])('reads the error of %s', (_, body, expected) => {
  expect(readProviderError(JSON.stringify(body))).toEqual(expected)
})

it.each(['', '<!DOCTYPE html><title>502</title>', '{"fine":true}', 'null', '[]', '{"error":{"message":5}}'])(
  'finds no words in %j',
  (text) => {
    expect(readProviderError(text)).toEqual({ words: {} })
  },
)

it('redacts keys in the provider’s words and cuts them to a readable length', () => {
  const message = `key AIzaSyA-0123456789abcdefghij ${'x'.repeat(5000)}`
  const { words } = readProviderError(JSON.stringify({ error: { message } }))
  expect(words.providerMessage).toMatch(/^key \[key\] x+…$/)
  expect(words.providerMessage).toHaveLength(501)
})
