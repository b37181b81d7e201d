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
import { createGuardedFetch } from './transport/guarded-fetch'
import { createRecorder } from './transport/recordings/recorder'
import { redact } from './transport/redact'

const LIMITS = { headersMs: 10_000, idleMs: 10_000 }

/** One of the shape that each provider gives out. None is real. */
const KEYS = {
  google: 'AIzaSyD-planted-key-0123456789abcdefghi',
  'google token': 'ya29.a0AfH6SMBx-planted_token.0123456789',
  openai: 'sk-proj-plantedPlanted-0123456789abcdef',
  anthropic: 'sk-ant-api03-plantedPlanted-0123456789',
  azure: '0fedcba98765432100fedcba98765432',
  'azure, new': '8gPlantedPlanted0123456789JQQJ99BAACYeBjFXJ3w3AAABACOG',
  'azure token': 'eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJwbGFudGVkIn0.c2lnbmF0dXJlLXBsYW50ZWQ',
  openrouter: 'sk-or-v1-planted0123456789abcdef0123456789',
  groq: 'gsk_plantedPlanted0123456789abcdef',
  xai: 'xai-plantedPlanted0123456789abcdef',
  'hugging face': 'hf_plantedPlanted0123456789abcdef',
  'one that looks like nothing': 'correct horse/battery"staple',
}

/** What a provider may do with a key: repeat it in a refusal, in a stream, or in the reason why a connection broke. */
const ANSWERS: Readonly<Record<string, (key: string) => Promise<Response>>> = {
  refusal: async (key) =>
    Response.json(
      { error: { code: 401, status: 'UNAUTHENTICATED', message: `Bad key ${key}, Bearer ${key}` } },
      { status: 401, headers: { 'x-request-key': key } },
    ),
  'half a stream': async (key) =>
    new Response(
      `data: {"candidates":[{"content":{"parts":[{"text":"ok"}]}}]}\n\ndata: {"error":{"code":500,"message":"key=${encodeURIComponent(key)} ${JSON.stringify(key).slice(1, -1)}"}}\n\n`,
      { headers: { 'content-type': 'text/event-stream' } },
    ),
  'broken connection': async (key) => {
    throw new Error(`net::ERR_CONNECTION_RESET at https://x/?key=${key} with api-key: ${key}`)
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
    const heard = await askThroughCore('Hello', {
      file: join(folder, 'conversations.db'),
      network: createGuardedFetch({ fetch: provider, limits: LIMITS }),
      record: (fetch, subject) => recorder.wrap(fetch, recogniseReply(subject)),
      vertex: { apiKey, project: 'p' },
    })

    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
    const logged = Buffer.from(redact(inspect(heard, { depth: 20 })))
    const places = [...written, { name: 'what the window hears', bytes: logged }]
    expect(places.filter(({ bytes }) => holds(bytes, key)).map(({ name }) => name)).toEqual([])
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

/** As it is, or as it is written in a URL or in JSON. */
function holds(bytes: Buffer, key: string): boolean {
  const ways = [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)]
  return ways.some((way) => bytes.includes(way) || bytes.includes(Buffer.from(way, 'utf16le')))
}
