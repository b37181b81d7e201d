import { expect, it } from 'vitest'

import { readConnections } from './connections'
import { secretsOfHeaders } from './custom-headers'
import { describeConnection } from './describe-connection'
import type { ModelSettings } from './model-settings'
import type { Environment, Provider } from './provider'
import { createMemorySecrets } from './testing/memory-secrets'

const PROVIDER: Provider = {
  id: 'cloud',
  title: 'Cloud',
  isAddable: true,
  fields: [
    { name: 'apiKey', kind: 'secret', isRequired: true, variables: ['CLOUD_KEY', 'CLOUD_OLD_KEY'] },
    { name: 'baseUrl', kind: 'url', variables: ['CLOUD_URL'] },
    { name: 'headers', kind: 'headers' },
  ],
  takesPrefill: () => false,
  models: () => [],
  checks: () => [],
  open: () => Promise.reject(new Error('nobody is asked')),
}
const KEY = 'sk-not-a-real-key-1234'

function read(given: { readonly settings?: ModelSettings; readonly env?: Environment } = {}) {
  const secrets = createMemorySecrets()
  secrets.write('cloud-2', 'headers', 'X-Title: Nagare\nX-Token: hush-hush')
  const { settings = {}, env = {} } = given
  return readConnections({ settings, env, secrets, providers: [PROVIDER] })
}

const SECOND = { 'cloud-2': { provider: 'cloud', name: 'Second', baseUrl: 'https://elsewhere.example' } }

it('finds a connection whose key stands in the environment, and says in which variable', () => {
  expect(read()).toEqual([])
  expect(read({ env: { CLOUD_KEY: '', CLOUD_OLD_KEY: KEY } }).map(describeConnection)).toEqual([
    {
      id: 'cloud',
      provider: 'cloud',
      name: 'Cloud',
      origin: 'found',
      fields: {
        apiKey: { from: 'environment', variable: 'CLOUD_OLD_KEY', isSecret: true, lastFour: '1234' },
      },
    },
  ])
})

it('sends no key of the environment to the address of a connection that the user added', () => {
  const [own, second] = read({ settings: { connections: SECOND }, env: { CLOUD_KEY: KEY } })
  expect([own?.read('apiKey'), second?.read('apiKey'), second?.read('baseUrl')]).toEqual([
    KEY,
    undefined,
    'https://elsewhere.example',
  ])
})

it('lets what the user saved win over the environment', () => {
  const settings = { connections: { cloud: { provider: 'cloud', baseUrl: 'https://mine.example' } } }
  const [own] = read({ settings, env: { CLOUD_KEY: KEY, CLOUD_URL: 'https://env.example' } })
  expect([own?.read('baseUrl'), own?.origin]).toEqual(['https://mine.example', 'saved'])
})

it('never shows a secret to a window', () => {
  const shown = read({ settings: { connections: SECOND } }).map(describeConnection)
  expect(shown[0]?.fields.headers).toEqual({
    from: 'settings',
    isSecret: true,
    lastFour: '',
    headerNames: ['X-Title', 'X-Token'],
  })
  expect(JSON.stringify(shown)).not.toContain('hush')
})

it('knows nothing of a connection that was taken away, and finds none that needs nothing', () => {
  expect(read({ settings: { connections: { 'cloud-2': undefined } } as never })).toEqual([])
  const modest = { ...PROVIDER, fields: PROVIDER.fields.map(({ name, kind }) => ({ name, kind })) }
  const sources = { settings: {}, env: {}, secrets: createMemorySecrets(), providers: [modest] }
  expect(readConnections(sources)).toEqual([])
})

it.each([
  ['0123456789a', ''],
  ['0123456789ab', '89ab'],
  ['{"private_key": "0123456789"}', ''],
  ['-----BEGIN KEY-----\n0123456789', ''],
])('tells of the secret %j no more than would be missed: %j', (secret, told) => {
  const [found] = read({ env: { CLOUD_KEY: secret } }).map(describeConnection)
  expect(found?.fields.apiKey).toMatchObject({ lastFour: told })
})

it('takes each value of a header for a secret, and the key behind a scheme by itself', () => {
  expect(secretsOfHeaders('Authorization: Bearer hush-hush\nX-Token: other')).toEqual([
    'Bearer hush-hush',
    'hush-hush',
    'other',
  ])
})
