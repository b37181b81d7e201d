import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { PROVIDERS } from '../models/catalogue'
import { openKeyStore } from '../settings/key-store'
import { openSettings } from '../settings/settings-store'
import { createFakeCipher, type FakeCipher } from '../settings/testing/fake-cipher'
import { moveSecrets } from './move-secrets'

const HEADERS = 'X-Title: Nagare\nX-Access: planted-header-value'
const OPEN = { provider: 'compatible', name: 'Ours', baseUrl: 'https://llm.example/v1' }
const WRITTEN = {
  theme: 'dark',
  connections: {
    ours: { ...OPEN, headers: HEADERS, apiKey: 'planted-key-0123' },
    mine: { provider: 'ollama', name: 'Mine' },
  },
}

let folder: string
let cipher: FakeCipher
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nagare-move-'))
  cipher = createFakeCipher()
  file = join(folder, 'settings.json')
  writeFileSync(file, JSON.stringify(WRITTEN))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** As a start of the app finds the two files. */
function open() {
  const now = () => new Date()
  const keys = openKeyStore({
    ...{ file: join(folder, 'keys.json'), cipher, now },
    mayStoreUnprotected: () => false,
  })
  return { keys, settings: openSettings(file, now) }
}

const onDisk = () => JSON.parse(readFileSync(file, 'utf8')) as unknown

it('takes headers and keys out of the settings file into that of the keys, and leaves all else', async () => {
  const { keys, settings } = open()
  await moveSecrets({ providers: PROVIDERS, settings, keys })
  expect(onDisk()).toEqual({ ...WRITTEN, connections: { ...WRITTEN.connections, ours: OPEN } })
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).not.toContain('planted')

  const { keys: again } = open()
  await again.load()
  expect([again.read('ours', 'headers'), again.read('ours', 'apiKey')]).toEqual([HEADERS, 'planted-key-0123'])
})

it('takes what was written into the file by hand for newer than what was kept', async () => {
  const before = open()
  before.keys.write('ours', 'apiKey', 'an-older-key')
  await before.keys.settled()
  const { keys, settings } = open()
  await moveSecrets({ providers: PROVIDERS, settings, keys })
  expect(keys.read('ours', 'apiKey')).toBe('planted-key-0123')
})

it('takes the key of the short form for Vertex AI, too, which a saved connection outdoes', async () => {
  const short = { project: 'ours', apiKey: 'planted-short-0123' }
  writeFileSync(file, JSON.stringify({ vertex: short }))
  const first = open()
  await moveSecrets({ providers: PROVIDERS, ...first })
  expect([first.keys.read('vertex', 'apiKey'), onDisk()]).toEqual([
    'planted-short-0123',
    { vertex: { project: 'ours' } },
  ])

  const saved = { provider: 'vertex', apiKey: 'planted-saved-0123' }
  writeFileSync(file, JSON.stringify({ vertex: short, connections: { vertex: saved } }))
  const second = open()
  await moveSecrets({ providers: PROVIDERS, ...second })
  expect([second.keys.read('vertex', 'apiKey'), onDisk()]).toEqual([
    'planted-saved-0123',
    { vertex: { project: 'ours' }, connections: { vertex: { provider: 'vertex' } } },
  ])
})

it.each([
  ['nothing would protect them', () => cipher.setAvailable(false)],
  // A folder in the place of the file that is written first.
  ['the disk refuses', () => mkdirSync(join(folder, 'keys.json.unfinished'))],
])('leaves them in the file, and uses them all the same, where %s', async (_, hinder) => {
  hinder()
  const { keys, settings } = open()
  await moveSecrets({ providers: PROVIDERS, settings, keys })
  expect(onDisk()).toEqual(WRITTEN)
  expect(keys.read('ours', 'headers')).toBe(HEADERS)
})

it('touches no file that holds none', async () => {
  const text = `{"connections":{"ours":${JSON.stringify(OPEN)}}}`
  writeFileSync(file, text)
  const { keys, settings } = open()
  await moveSecrets({ providers: PROVIDERS, settings, keys })
  expect(readFileSync(file, 'utf8')).toBe(text)
})
