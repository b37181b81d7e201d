import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { parameterHandlers } from '../chat/parameter-handlers'
import { openKeyStore } from '../settings/key-store'
import { type ConnectionPolicy, readPolicy } from '../settings/policy'
import { openSettings } from '../settings/settings-store'
import { createFakeCipher } from '../settings/testing/fake-cipher'
import { openHistory } from '../testing/open-core'
import { composeConnections } from './connections'
import { composeModels } from './models'

const OURS = { provider: 'openai', name: 'Ours', organization: 'org-ours' }
const LOCKING: ConnectionPolicy = { readyMade: { openai: OURS }, onlyReadyMade: false }
const NO_POLICY: ConnectionPolicy = { readyMade: {}, onlyReadyMade: false }
const VERTEX_KEY = { provider: 'vertex', name: '', fields: { apiKey: 'AIza-mine' } }
const caller = { tell: () => {}, gone: new AbortController().signal }

let folder: string
const closing: (() => void)[] = []
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nagare-locked-'))))
afterEach(() => {
  quit()
  rmSync(folder, { recursive: true })
})

const quit = (): void => closing.splice(0).forEach((close) => close())

/** The app as it starts; the one before has quit. */
function compose(connections: ConnectionPolicy, env: Readonly<Record<string, string>> = {}) {
  quit()
  const now = () => new Date()
  const inUserData = (file: string) => join(folder, file)
  writeFileSync(inUserData('policy.json'), JSON.stringify({ connections }))
  const policy = readPolicy(inUserData('policy.json'))
  const settings = openSettings(inUserData('settings.json'), now)
  const cipher = createFakeCipher()
  const keyFile = inUserData('keys.json')
  const keys = openKeyStore({ file: keyFile, cipher, mayStoreUnprotected: () => false, now })
  const fetch = () => Promise.reject(new Error('nobody is asked'))
  const onRefusal = (cause: unknown) => expect.unreachable(String(cause))
  const composed = composeModels({ inUserData, settings, policy, keys, fetch, env, onRefusal })
  const { conversations, parameters: store, close } = openHistory(inUserData('conversations.db'))
  closing.push(close)
  const { models } = composed
  const parameters = parameterHandlers({ store, models, conversations, settings, fetch })
  const parts = { ...composed, settings, fetch, keys, policy: policy.connections }
  return { ...composeConnections({ ...parts, parameters, log: () => {} }), models }
}

/** The settings and the keys, as they are on the disk. */
function written(): string {
  return ['settings.json', 'keys.json'].map(readIfThere).join('')
}

function readIfThere(name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return ''
  }
}

const SAVE = { provider: 'openai', name: 'Mine', fields: { organization: 'org-mine', apiKey: 'sk-mine' } }

it('refuses a page that would change or remove a locked connection, and writes nothing', async () => {
  const { saveConnection, removeConnection, listConnections } = compose(LOCKING)
  await expect(saveConnection({ id: 'openai', ...SAVE }, caller)).rejects.toThrow('openai is fixed')
  await expect(removeConnection({ connectionId: 'openai' }, caller)).rejects.toThrow('openai is fixed')
  expect(written()).toBe('')
  const { connections } = await listConnections({}, caller)
  expect(connections.find(({ id }) => id === 'openai')?.fields).toEqual({
    organization: { from: 'settings', isSecret: false, value: 'org-ours' },
  })
})

it('lets a connection be added beside a locked one, changed and taken away', async () => {
  const { saveConnection, removeConnection } = compose(LOCKING)
  const saved = await saveConnection(SAVE, caller)
  expect(saved).toMatchObject({ isSaved: true, connection: { id: 'openai-2', name: 'Mine' } })
  await saveConnection({ id: 'openai-2', ...SAVE, fields: { organization: 'org-changed' } }, caller)
  expect(written()).toContain('org-changed')
  await removeConnection({ connectionId: 'openai-2' }, caller)
  expect(written()).toContain('"connections": {}')
})

it('refuses any other connection where only the ready-made may be used', async () => {
  const { saveConnection, listConnections } = compose({ ...LOCKING, onlyReadyMade: true })
  // A page that makes up an id of its own adds one, too; and one that came with the app would take a key of the user's.
  for (const asked of [SAVE, { id: 'made-up', ...SAVE }, { id: 'vertex', ...VERTEX_KEY }]) {
    await expect(saveConnection(asked, caller)).rejects.toThrow('Only connections of the administrator')
  }
  expect(written()).toBe('')
  const { connections } = await listConnections({}, caller)
  expect(connections.map(({ id }) => id)).toContain('openai')
})

it.each([
  { onlyReadyMade: false, connectionId: 'openai', why: 'openai is fixed' },
  { onlyReadyMade: true, connectionId: 'demo', why: 'Only connections of the administrator' },
])('refuses a default model and parameters of $connectionId that would not hold', async (locked) => {
  const { onlyReadyMade, connectionId, why } = locked
  const { chooseDefaultModel, keepDefaultParameters } = compose({ ...LOCKING, onlyReadyMade })
  const parameters = { systemPrompt: 'mine' }
  const choose = async () => chooseDefaultModel({ connectionId, modelName: 'mine' }, caller)
  const keep = async () => keepDefaultParameters({ connectionId, parameters }, caller)
  await expect(choose()).rejects.toThrow(why)
  await expect(keep()).rejects.toThrow(why)
  expect(written()).toBe('')
})

it('keeps the defaults of a connection beside a locked one', async () => {
  const { chooseDefaultModel, keepDefaultParameters, models } = compose(LOCKING)
  await chooseDefaultModel({ connectionId: 'vertex', modelName: 'gemini-tuned' }, caller)
  await keepDefaultParameters({ connectionId: 'vertex', parameters: { temperature: 0 } }, caller)
  const vertex = models.connections().find(({ id }) => id === 'vertex')
  expect([vertex?.defaultModel, vertex?.parameters]).toEqual(['gemini-tuned', { temperature: 0 }])
})

it('uses no key that the user had saved where only the ready-made may be used, and keeps it', async () => {
  const before = compose(NO_POLICY)
  await before.saveConnection({ id: 'openai', ...SAVE }, caller)
  await before.saveConnection({ id: 'vertex', ...VERTEX_KEY }, caller)
  const policy = { readyMade: { work: OURS }, onlyReadyMade: true }
  const { listConnections } = compose(policy, { OPENAI_API_KEY: 'sk-of-the-environment' })
  const { connections } = await listConnections({}, caller)
  const keys = connections.map(({ id, fields: { apiKey } }) => [id, apiKey?.from])
  expect(Object.fromEntries(keys)).toEqual({
    ...{ demo: undefined, vertex: undefined, work: undefined, recording: undefined },
    openai: 'environment',
  })
  const after = await compose(NO_POLICY).listConnections({}, caller)
  expect(after.connections.find(({ id }) => id === 'vertex')?.fields.apiKey?.from).toBe('settings')
})

describe('a key that was written into the settings by hand', () => {
  beforeEach(() => {
    const openai = { provider: 'openai', apiKey: 'sk-by-hand' }
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ connections: { openai } }))
  })

  it('is there for the very first window that asks', async () => {
    const { connections } = await compose(NO_POLICY).listConnections({}, caller)
    expect(connections.find(({ id }) => id === 'openai')?.fields.apiKey?.from).toBe('settings')
  })

  it('does not come back with a connection that is removed meanwhile', async () => {
    await compose(NO_POLICY).removeConnection({ connectionId: 'openai' }, caller)
    expect(written()).toContain('"connections": {}')
    expect(written()).not.toContain('by-hand')
  })
})

it('has a key on the disk before it says that the connection is saved', async () => {
  await compose(NO_POLICY).saveConnection(SAVE, caller)
  expect(Object.keys(JSON.parse(readIfThere('keys.json')) as object)).toEqual(['openai/apiKey'])
})
