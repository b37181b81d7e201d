import { expect, it } from 'vitest'

import { rememberSecret, rememberSecretsOf } from './known-secrets'
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
  ['JSON with a quotation mark in it', '{"password":"sec\\"ret"}', '{"password":"[secret]"}'],
  ['an Azure gateway’s header', 'Ocp-Apim-Subscription-Key: secret', 'Ocp-Apim-Subscription-Key: [secret]'],
  ['a private key', PEM, '[private key]'],
  ['a private key that was cut', PEM.slice(0, 40), '[private key]'],
  ['an Anthropic key', 'sk-ant-api03-secret0123456789', '[key]'],
  ['a Groq key', 'gsk_secret0123456789abcdef', '[key]'],
  ['a Google client', 'GOCSPX-secret0123456789', '[secret]'],
  ['an Azure header', 'api-key: 0123456789abcdef', 'api-key: [secret]'],
  ['a Google header', '{"x-goog-api-key":"secret"}', '{"x-goog-api-key":"[secret]"}'],
  ['a login', 'Authorization: Basic c2VjcmV0', 'Authorization: [secret]'],
  ['a proxy’s address', 'http://me:secret@proxy:8080/', 'http://me:[secret]@proxy:8080/'],
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

it('takes out a secret of this process, whatever it looks like and however it is written', () => {
  const secret = '0123456789abcdef/"x~'
  rememberSecret(secret)
  const form = new URLSearchParams({ field: secret }).toString()
  const written = [secret, encodeURIComponent(secret), JSON.stringify(secret), form].join(' ')
  expect(redact(written)).toBe('[key] [key] "[key]" field=[key]')
})

it('takes a secret out to its end that begins like another, and the shortest that can be one', () => {
  for (const secret of ['word-key', 'word-key01234567']) rememberSecret(secret)
  expect(redact('(word-key01234567) (word-key)')).toBe('([key]) ([key])')
})

it('does not blacken words because somebody’s password is one', () => {
  rememberSecretsOf({ MY_PASSWORD: 'banana', AZURE_OPENAI_API_KEY: 'fedcba9876543210', PATH: '/usr/local' })
  expect(redact('banana fedcba9876543210 /usr/local')).toBe('banana [key] /usr/local')
})
