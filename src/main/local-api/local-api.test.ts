import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

import { temporaryFile } from '../conversations/testing/temporary-database'
import { openKeyStore } from '../settings/key-store'
import { readPolicy } from '../settings/policy'
import { createPreferences } from '../settings/preferences'
import { openSettings } from '../settings/settings-store'
import { createFakeCipher } from '../settings/testing/fake-cipher'
import { writeJson } from '../settings/json-file'
import { createLocalApi } from './local-api'
import { serveLocalApi } from './serve'

function setUp(policy: object = {}) {
  const folder = dirname(temporaryFile())
  const now = () => new Date()
  writeJson(join(folder, 'policy.json'), policy as never)
  const preferences = createPreferences(
    openSettings(join(folder, 'settings.json'), now),
    readPolicy(join(folder, 'policy.json')),
  )
  const openKeys = () =>
    openKeyStore({
      file: join(folder, 'keys.json'),
      cipher: createFakeCipher(),
      mayStoreUnprotected: () => false,
      now,
    })
  const failures: unknown[] = []
  let loaded = 0
  let tokens = 0
  const api = createLocalApi({
    preferences,
    keys: openKeys(),
    core: {
      chat: { reply: async function* () {}, stop: () => undefined },
      listModels: () => [],
      modelOf: () => '',
    },
    load: async () => {
      loaded += 1
      return serveLocalApi
    },
    newToken: () => `nagare-planted-token-${++tokens}`,
    now: Date.now,
    onFailure: (cause) => failures.push(cause),
  })
  onTestFinished(async () => {
    preferences.change({ localApi: false })
    await api.settled()
  })
  return { api, preferences, failures, folder, openKeys, loadedTimes: () => loaded }
}

/** Of a port that nobody listens on just now. */
async function freePort(): Promise<number> {
  const server = await listen(0)
  const { port } = server.address() as { readonly port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function listen(port: number) {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

const list = (port: number, token: string) =>
  fetch(`http://127.0.0.1:${port}/v1/models`, { headers: { authorization: `Bearer ${token}` } }).then(
    ({ status }) => status,
    () => 'closed',
  )

describe('the local API', () => {
  it('is off, and its code not even loaded, until it is switched on', async () => {
    const { api, preferences, loadedTimes } = setUp()
    await api.settled()
    expect([api.state(), loadedTimes()]).toEqual([
      { status: { kind: 'off' }, token: undefined, calls: [] },
      0,
    ])
    const port = await freePort()
    preferences.change({ localApi: true, localApiPort: port })
    await api.settled()
    expect([api.state().status, loadedTimes()]).toEqual([{ kind: 'listening', port }, 1])
    preferences.change({ localApi: false })
    await api.settled()
    expect([api.state().status, await list(port, 'any')]).toEqual([{ kind: 'off' }, 'closed'])
  })

  it('lets in whoever has the latest token, which is kept like a key', async () => {
    const { api, preferences, folder, openKeys } = setUp()
    const port = await freePort()
    preferences.change({ localApi: true, localApiPort: port })
    await api.settled()
    expect(await list(port, 'undefined')).toBe(401)
    const first = await api.renewToken()
    expect(await list(port, first)).toBe(200)
    const second = await api.renewToken()
    expect([await list(port, first), await list(port, second)]).toEqual([401, 200])
    expect(api.state().token).toBe('protected')
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).not.toContain(second)
    const reopened = openKeys()
    await reopened.load()
    expect(reopened.read('.localApi', 'token')).toBe(second)
  })

  it('moves to another port, and says when that is taken', async () => {
    const { api, preferences, failures } = setUp()
    const taken = await listen(0)
    const { port } = taken.address() as { readonly port: number }
    preferences.change({ localApi: true, localApiPort: port })
    await api.settled()
    expect([api.state().status, failures.length]).toEqual([{ kind: 'failed', problem: 'port-in-use' }, 1])
    const other = await freePort()
    preferences.change({ localApiPort: other })
    await api.settled()
    expect(api.state().status).toEqual({ kind: 'listening', port: other })
    await new Promise((resolve) => taken.close(resolve))
  })

  it('leaves its old port when another is chosen while it listens', async () => {
    const { api, preferences } = setUp()
    const [before, after] = [await freePort(), await freePort()]
    preferences.change({ localApi: true, localApiPort: before })
    await api.settled()
    preferences.change({ localApiPort: after })
    await api.settled()
    expect(api.state().status).toEqual({ kind: 'listening', port: after })
    expect([await list(before, 'any'), await list(after, 'any')]).toEqual(['closed', 401])
  })

  it('gives a token that the disk refuses for this run, and says that it is for this run', async () => {
    const { api, preferences, folder, failures } = setUp()
    const port = await freePort()
    preferences.change({ localApi: true, localApiPort: port })
    // Nothing can be written where a folder is.
    mkdirSync(join(folder, 'keys.json.unfinished'))
    const token = await api.renewToken()
    expect([await list(port, token), api.state().token, failures.length]).toEqual([200, 'this-run', 1])
  })

  it.each([{ settings: { localApi: false } }, { unheardOf: true }])(
    'stays off under the policy %j',
    async (policy) => {
      const { api, preferences, loadedTimes } = setUp(policy)
      expect(preferences.change({ localApi: true })).toEqual(['localApi'])
      await api.settled()
      expect([api.state().status, loadedTimes()]).toEqual([{ kind: 'off' }, 0])
    },
  )
})
