import { expect, it } from 'vitest'

import { compatibleProvider } from '../models/compatible/compatible-provider'
import { vertexProvider } from '../models/vertex/vertex-provider'
import { checkChanges } from './save-connection'

const problemOf = (baseUrl: string) =>
  checkChanges(compatibleProvider, { baseUrl }, () => true).problems[0]?.problem

it.each(['http://localhost:1234/v1', 'https://openrouter.ai/api/v1', 'http://[::1]:8080'])(
  'takes the address %s',
  (address) => expect(problemOf(address)).toBeUndefined(),
)

it.each(['localhost:1234', 'ftp://models.example', 'https://user:secret@models.example', 'models'])(
  'takes %s for no address',
  (address) => expect(problemOf(address)).toBe('not-a-url'),
)

it.each(['http://localhost:6000', 'http://localhost:10080/v1', 'http://localhost:6666'])(
  'says of %s that nothing is sent to its port, as fetch itself does',
  async (address) => {
    expect(problemOf(address)).toBe('bad-port')
    await expect(fetch(address)).rejects.toMatchObject({ cause: { message: 'bad port' } })
  },
)

it.each([
  ['sk-proj-0123456789_abcdefgh', undefined],
  ['sk-proj-0123 456789', 'not-a-key'],
  ['sk-proj-0123\n456789', 'not-a-key'],
  // As a list of keys shows them.
  ['sk-proj-…wxyz', 'not-a-key'],
  ['ｓｋ-proj-0123456789', 'not-a-key'],
])('takes the key %j only if a header can carry it', (apiKey, problem) => {
  const { problems } = checkChanges(compatibleProvider, { apiKey }, () => true)
  expect(problems).toEqual(problem === undefined ? [] : [{ field: 'apiKey', problem }])
})

it.each([
  ['{ "type": "authorized_user", "client_id": "i", "client_secret": "s", "refresh_token": "r" }', undefined],
  ['{ "type": "external_account", "audience": "a" }', undefined],
  ['{ "type": "service_account", "client_email": "a@b", "private_key": "k" }', undefined],
  ['{ "type": "service_account", "client_email": "a@b" }', 'not-credentials'],
  ['{ "type": "another_account" }', 'not-credentials'],
  // A client for a login, which the console offers for download beside the keys.
  ['{ "installed": { "client_id": "i", "client_secret": "s" } }', 'not-credentials'],
  ['[]', 'not-credentials'],
  ['{ "type": "service_account",', 'not-json'],
])('takes the credentials %s only if they are some', (credentialsJson, problem) => {
  const { problems } = checkChanges(vertexProvider, { credentialsJson }, () => true)
  expect(problems).toEqual(problem === undefined ? [] : [{ field: 'credentialsJson', problem }])
})
