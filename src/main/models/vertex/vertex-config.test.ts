import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { type ContextOptions, connectionContext } from '../testing/connection-context'
import { hasCredentials, toVertexConfig } from './vertex-config'

const read = (given: ContextOptions) => toVertexConfig(connectionContext(given))

const GCLOUD = { CLOUDSDK_CONFIG: '/gcloud' }
const DEFAULT_CREDENTIALS = {
  kind: 'default',
  gcloudFile: '/gcloud/application_default_credentials.json',
  metadataHost: '169.254.169.254',
}

it('needs neither settings nor environment', () => {
  expect(read({ settings: {}, env: GCLOUD })).toEqual({
    location: 'global',
    credentials: DEFAULT_CREDENTIALS,
  })
})

it('reads Google’s own environment variables', () => {
  const env = {
    GOOGLE_CLOUD_PROJECT: 'p',
    GOOGLE_CLOUD_LOCATION: 'eu',
    GOOGLE_APPLICATION_CREDENTIALS: '/key.json',
  }
  expect(read({ settings: {}, env })).toEqual({
    project: 'p',
    location: 'eu',
    credentials: { kind: 'file', file: '/key.json' },
  })
  expect(read({ settings: {}, env: { ...GCLOUD, GCLOUD_PROJECT: 'old' } }).project).toBe('old')
})

it('lets settings win over the environment', () => {
  const env = { GOOGLE_CLOUD_PROJECT: 'p', GOOGLE_CLOUD_LOCATION: 'eu', GOOGLE_API_KEY: 'key' }
  const vertex = { project: 'q', location: 'us', endpoint: 'gateway:8443', credentialsFile: '/key.json' }
  expect(read({ settings: { vertex }, env })).toEqual({
    project: 'q',
    location: 'us',
    endpoint: 'gateway:8443',
    credentials: { kind: 'file', file: '/key.json' },
  })
})

it.each([
  { title: 'a key of the environment, with nothing else', settings: {}, env: { GOOGLE_API_KEY: 'right' } },
  {
    title: 'a key of the settings over a file of the environment',
    settings: { vertex: { apiKey: 'right' } },
    env: { GOOGLE_APPLICATION_CREDENTIALS: '/f' },
  },
  {
    title: 'a key of the settings over one of the environment',
    settings: { vertex: { apiKey: 'right' } },
    env: { GOOGLE_API_KEY: 'wrong' },
  },
])('takes $title', ({ settings, env }) => {
  expect(read({ settings, env }).credentials).toEqual({ kind: 'api-key', apiKey: 'right' })
})

it('does not let a stray key of the environment replace a service account of the environment', () => {
  const env = { GOOGLE_API_KEY: 'stray', GOOGLE_APPLICATION_CREDENTIALS: '/f' }
  expect(read({ settings: {}, env }).credentials).toEqual({ kind: 'file', file: '/f' })
})

it.each([
  ['https://gateway.example:8443/vertex/', 'gateway.example:8443/vertex'],
  ['HTTPS://gateway.example', 'gateway.example'],
  ['gateway.example//', 'gateway.example'],
])('reads the host of the endpoint %s', (endpoint, host) => {
  expect(read({ settings: { vertex: { endpoint } } }).endpoint).toBe(host)
})

it('knows a location in capitals, and a variable with blanks around its value', () => {
  expect(read({ settings: { vertex: { location: 'EU' } } }).location).toBe('eu')
  expect(read({ settings: {}, env: { GOOGLE_CLOUD_LOCATION: ' us-central1\r\n' } }).location).toBe(
    'us-central1',
  )
  expect(read({ settings: {}, env: { GOOGLE_CLOUD_PROJECT: ' ', GCLOUD_PROJECT: 'p ' } }).project).toBe('p')
})

it('takes an empty variable for none', () => {
  const env = { ...GCLOUD, GOOGLE_API_KEY: '', GOOGLE_CLOUD_PROJECT: '', GOOGLE_CLOUD_LOCATION: '' }
  expect(read({ settings: {}, env })).toEqual({
    location: 'global',
    credentials: DEFAULT_CREDENTIALS,
  })
})

it('finds credentials only where they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nagare-gcloud-'))
  const file = join(folder, 'application_default_credentials.json')
  const env = { CLOUDSDK_CONFIG: folder }
  const found = (more: object) =>
    hasCredentials(connectionContext({ settings: {}, env: { ...env, ...more } }))
  expect([
    found({}),
    found({ GOOGLE_APPLICATION_CREDENTIALS: join(folder, 'gone.json') }),
    found({ GOOGLE_API_KEY: 'key' }),
  ]).toEqual([false, false, true])
  writeFileSync(file, '{}')
  expect(found({})).toBe(true)
  rmSync(folder, { recursive: true })
})
