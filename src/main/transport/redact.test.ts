import { expect, it } from 'vitest'

import { redact } from './redact'

const PEM = '-----BEGIN RSA PRIVATE KEY-----\nMIIEsecret\n-----END RSA PRIVATE KEY-----'

it.each([
  ['a Google key', 'AIzaSyD-secret0123456789', '[key]'],
  ['a Google token', 'ya29.a0secret-token_x', '[token]'],
  ['an OpenAI key', 'sk-proj-secret0123456789', '[key]'],
  ['a refresh token', '1//0g-secret0123456789', '[token]'],
  ['a header', 'Bearer secret.token/x==', 'Bearer [token]'],
  ['a query', 'https://x/?a=1&key=secret&b=2', 'https://x/?a=1&key=[secret]&b=2'],
  ['a form', 'assertion=secret&grant_type=x', 'assertion=[secret]&grant_type=x'],
  ['JSON', '{"client_secret": "secret"}', '{"client_secret": "[secret]"}'],
  ['a private key', PEM, '[private key]'],
  ['a private key that was cut', PEM.slice(0, 40), '[private key]'],
  ['a signed token', 'eyJhbGci.eyJpc3M.secret', '[token]'],
])('takes the secret out of %s', (_, secret, clean) => {
  expect(redact(`before ${secret} after`)).toBe(
    secret.startsWith('-----') && !secret.includes('END') ? 'before [private key]' : `before ${clean} after`,
  )
})

it('leaves ordinary words alone', () => {
  const text = 'The key point: ask-me-anything costs 1//2 of the monkey=banana budget. 鍵は安全です。'
  expect(redact(text)).toBe(text)
})
