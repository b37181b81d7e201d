import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { redact } from '../transport/redact'
import { type KeyStore, openKeyStore } from './key-store'
import { createFakeCipher, type FakeCipher } from './testing/fake-cipher'

const KEY = 'sk-proj-0123456789-wxyz'
let folder: string
let file: string
let cipher: FakeCipher
let mayStoreUnprotected: boolean

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nagare-keys-'))
  file = join(folder, 'keys.json')
  cipher = createFakeCipher()
  mayStoreUnprotected = false
})
afterEach(() => rmSync(folder, { recursive: true }))

function open(): KeyStore {
  const now = () => new Date('2026-11-22T10:20:30Z')
  return openKeyStore({ file, cipher, mayStoreUnprotected: () => mayStoreUnprotected, now })
}

/** As the next start of the app finds it. */
async function reopen(): Promise<KeyStore> {
  const store = open()
  await store.load()
  return store
}

async function keep(value: string | undefined, store = open()): Promise<KeyStore> {
  store.write('openai', 'apiKey', value)
  await store.settled()
  return store
}

const read = (store: KeyStore) => store.read('openai', 'apiKey')
const state = (store: KeyStore) => store.states()['openai/apiKey']
const onDisk = () => readFileSync(file, 'utf8')

describe('a key', () => {
  it('holds at once, is encrypted in a file of its owner, and is there at the next start', async () => {
    const store = open()
    store.write('openai', 'apiKey', KEY)
    expect(read(store)).toBe(KEY)
    await store.settled()
    expect([state(store), read(await reopen())]).toEqual(['protected', KEY])
    expect(onDisk()).not.toMatch(/sk-proj|wxyz/)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('holds for this run alone where the system protects nothing and the user did not choose otherwise', async () => {
    cipher.setAvailable(false)
    const store = await keep(KEY)
    expect([read(store), state(store), readdirSync(folder)]).toEqual([KEY, 'this-run', []])
  })

  it('is stored unprotected when the user wants it, and taken from the disk when no longer', async () => {
    cipher.setAvailable(false)
    const store = await keep(KEY)
    mayStoreUnprotected = true
    store.keepAgain()
    await store.settled()
    expect([state(store), state(await reopen()), read(await reopen())]).toEqual([
      'unprotected',
      'unprotected',
      KEY,
    ])
    mayStoreUnprotected = false
    store.keepAgain()
    await store.settled()
    expect([state(store), read(store), onDisk()]).toEqual(['this-run', KEY, '{}\n'])
  })

  it('that was taken away does not come back', async () => {
    await keep(KEY)
    const store = open()
    const loading = store.load()
    store.write('openai', 'apiKey', undefined)
    await Promise.all([loading, store.settled()])
    expect([read(store), read(await reopen())]).toEqual([undefined, undefined])
  })

  it('that is written twice in one breath is the second one', async () => {
    const store = open()
    store.write('openai', 'apiKey', 'sk-old-0123456789')
    store.write('openai', 'apiKey', KEY)
    await store.settled()
    expect(read(await reopen())).toBe(KEY)
  })

  it('that is written once more while the system encrypts it is the second one, at once and for good', async () => {
    const store = open()
    const { encrypt } = cipher
    const encrypted: string[] = []
    cipher.encrypt = async (text) => {
      encrypted.push(text)
      if (encrypted.length === 1) store.write('openai', 'apiKey', KEY)
      return encrypt(text)
    }
    store.write('openai', 'apiKey', 'sk-old-0123456789')
    await store.settled()
    await store.settled()
    expect([encrypted, read(store), read(await reopen())]).toEqual([['sk-old-0123456789', KEY], KEY, KEY])
  })

  it('that is written while it is being decrypted holds against the one that was kept', async () => {
    await keep('sk-old-0123456789')
    const { decrypt } = cipher
    const store = open()
    cipher.decrypt = async (bytes) => {
      store.write('openai', 'apiKey', KEY)
      return decrypt(bytes)
    }
    await store.load()
    await store.settled()
    expect([read(store), read(await reopen())]).toEqual([KEY, KEY])
  })

  it('that is written before the others are read holds against one that was stored unprotected', async () => {
    writeFileSync(file, '{"openai/apiKey":{"unprotected":"sk-old-0123456789"}}')
    const store = open()
    store.write('openai', 'apiKey', KEY)
    await store.load()
    await store.settled()
    expect([read(store), read(await reopen())]).toEqual([KEY, KEY])
  })

  it('is taken out of every log from then on, whatever it looks like', async () => {
    await keep('plain words 01')
    await reopen()
    const store = open()
    store.write('compatible', 'headers', 'X-Key: plain words 02')
    expect(redact('plain words 01, plain words 02')).toBe('[key], [key]')
  })

  it('that cannot be decrypted any more can be taken away', async () => {
    await keep(KEY)
    cipher.renewKey()
    cipher.dropOldKeys()
    const store = await keep(undefined, await reopen())
    expect([state(store), onDisk()]).toEqual([undefined, '{}\n'])
  })

  it('is kept after another that the disk had refused', async () => {
    const store = open()
    // Nothing can be written where a folder is.
    mkdirSync(`${file}.unfinished`)
    await expect(keep('sk-old-0123456789', store)).rejects.toThrow()
    rmSync(`${file}.unfinished`, { recursive: true })
    await keep(KEY, store)
    expect([state(store), read(await reopen())]).toEqual(['protected', KEY])
  })

  it('that the system no longer decrypts is said to be unreadable, stays, and can be entered anew', async () => {
    await keep(KEY)
    const before = onDisk()
    cipher.renewKey()
    cipher.dropOldKeys()
    const store = await reopen()
    expect([read(store), state(store), onDisk()]).toEqual([undefined, 'unreadable', before])
    await keep(KEY, store)
    expect([state(store), read(await reopen())]).toEqual(['protected', KEY])
  })

  it('is encrypted anew when the system has a newer key', async () => {
    await keep(KEY)
    cipher.renewKey()
    await (await reopen()).settled()
    cipher.dropOldKeys()
    expect(read(await reopen())).toBe(KEY)
  })

  it('that the disk refuses holds for this run, and the failure is told', async () => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'in the way')
    const store = open()
    store.write('openai', 'apiKey', KEY)
    await expect(store.settled()).rejects.toThrow()
    expect([read(store), state(store)]).toEqual([KEY, 'this-run'])
  })
})

describe('the file of keys', () => {
  it('is put aside and named when it is damaged', async () => {
    writeFileSync(file, '{"openai/apiKey":')
    const store = await keep(KEY)
    const aside = `${file}.damaged-2026-11-22T10-20-30.000Z`
    expect(store.problem).toEqual({ kind: 'set-aside', file: aside })
    expect([readFileSync(aside, 'utf8'), read(await reopen())]).toEqual(['{"openai/apiKey":', KEY])
  })

  it('that cannot be read is left alone, and what is written holds for this run', async () => {
    // Nobody can read a folder as a file, not even the superuser.
    mkdirSync(file)
    const store = open()
    await expect(keep(KEY, store)).rejects.toThrow('EISDIR')
    expect([read(store), state(store), store.problem?.kind]).toEqual([KEY, 'this-run', 'unreadable'])
  })

  it('is not replaced when it cannot be read, though it could be', async () => {
    // There a link needs a right that few have.
    if (process.platform === 'win32') return
    // Nobody can follow a link that leads to itself.
    symlinkSync(file, file)
    await expect(keep(KEY)).rejects.toThrow('ELOOP')
    expect(lstatSync(file).isSymbolicLink()).toBe(true)
  })

  it('keeps what a newer version wrote', async () => {
    writeFileSync(file, '{"a/b":{"sealed":[1]}}')
    await keep(KEY, await reopen())
    expect(JSON.parse(onDisk())).toMatchObject({ 'a/b': { sealed: [1] } })
  })
})
