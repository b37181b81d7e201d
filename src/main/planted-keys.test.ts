import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'

import { expect, it } from 'vitest'

import { temporaryFile } from './conversations/testing/temporary-database'
import { recogniseReply } from './models/recording/recognise-reply'
import { openKeyStore } from './settings/key-store'
import { openSettings } from './settings/settings-store'
import { createFakeCipher } from './settings/testing/fake-cipher'
import { askThroughCore } from './testing/ask-through-core'
import { logFailures } from './testing/log-failures'
import { holds, KEYS } from './testing/planted-keys'
import { createGuardedFetch } from './transport/guarded-fetch'
import { createRecorder } from './transport/recordings/recorder'
import { redact } from './transport/redact'

const PROMPT = 'a very private prompt'
const LIMITS = { headersMs: 10_000, idleMs: 10_000 }

/** What a provider may do with a key: repeat it in a refusal, in a stream, or in the reason why a connection broke. */
const ANSWERS: Readonly<Record<string, (key: string) => Promise<Response>>> = {
  refusal: async (key) =>
    Response.json(
      {
        error: {
          code: 401,
          status: 'UNAUTHENTICATED',
          message: `Bad key ${key}, Bearer ${key}, of ${PROMPT}`,
        },
      },
      { status: 401, headers: { 'x-request-key': key } },
    ),
  'half a stream': async (key) =>
    new Response(
      `data: {"candidates":[{"content":{"parts":[{"text":"ok"}]}}]}\n\ndata: {"error":{"code":500,"message":"${PROMPT} key=${encodeURIComponent(key)} ${JSON.stringify(key).slice(1, -1)}"}}\n\n`,
      { headers: { 'content-type': 'text/event-stream' } },
    ),
  'broken connection': async (key) => {
    throw new Error(`net::ERR_CONNECTION_RESET of ${PROMPT} at https://x/?key=${key} with api-key: ${key}`)
  },
}

const cases = Object.entries(KEYS).flatMap(([name, key]) =>
  Object.keys(ANSWERS).map((answer) => [name, answer, key] as const),
)

it.each(cases)(
  'no key of %s is written anywhere when the provider answers with a %s',
  async (_, how, key) => {
    const folder = dirname(temporaryFile())
    const recordings = join(folder, 'recordings')
    mkdirSync(recordings)
    const keys = openKeyStore({
      file: join(folder, 'keys.json'),
      cipher: createFakeCipher(),
      mayStoreUnprotected: () => false,
      now: () => new Date(),
    })
    keys.write('vertex', 'apiKey', key)
    await keys.settled()
    openSettings(join(folder, 'settings.json'), () => new Date()).change({
      modelId: 'vertex/gemini-3.5-flash',
    })

    const refusals: unknown[] = []
    const recorder = createRecorder({ onRefusal: (cause) => refusals.push(cause) })
    recorder.start(recordings)
    const apiKey = keys.read('vertex', 'apiKey')
    const sent: string[] = []
    const provider: typeof fetch = (_url, init) => {
      sent.push(JSON.stringify([...new Headers(init?.headers)]))
      return ANSWERS[how]!(key)
    }
    const heard = await askThroughCore(PROMPT, {
      file: join(folder, 'conversations.db'),
      network: createGuardedFetch({ fetch: provider, limits: LIMITS }),
      record: (fetch, subject) => recorder.wrap(fetch, recogniseReply(subject)),
      onFailure: logFailures(folder),
      vertex: { apiKey, project: 'p' },
    })

    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
    const logged = Buffer.from(redact(inspect(heard, { depth: 20 })))
    const places = [...written, { name: 'what the window hears', bytes: logged }]
    expect(places.filter(({ bytes }) => holds(bytes, key)).map(({ name }) => name)).toEqual([])
    const log = readFileSync(join(folder, 'logs', 'nagare.log'), 'utf8')
    expect(log).toMatch(/"A reply failed"/)
    expect(log).not.toContain(PROMPT)
    expect(JSON.stringify(heard)).not.toContain(key.slice(0, 20))

    // The test would prove nothing if the key had never been on its way.
    expect(sent.some((headers) => headers.includes(JSON.stringify(key).slice(1, -1)))).toBe(true)
    expect(written.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'keys.json',
        'settings.json',
        'conversations.db',
        expect.stringMatching(/jsonl$/),
      ]),
    )
  },
)
