import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, it } from 'vitest'

import type { RenderedPart } from '#shared/portable'

import { temporaryFile } from './conversations/testing/temporary-database'
import { recogniseReply } from './models/recording/recognise-reply'
import { backUp } from './portable/backup/back-up'
import { exportAllDocuments } from './portable/export-documents'
import { exportTo } from './portable/testing/carry'
import { openKeyStore } from './settings/key-store'
import { createFakeCipher } from './settings/testing/fake-cipher'
import { logFailures } from './testing/log-failures'
import { openCore } from './testing/open-core'
import { holds, KEYS } from './testing/planted-keys'
import { type ProviderUnderTest, PROVIDERS_UNDER_TEST } from './testing/providers/providers-under-test'
import { createRecorder } from './transport/recordings/recorder'

const LIMITS = { headersMs: 10_000, idleMs: 10_000 }

/** The ways in which a provider may repeat a key: in a refusal, in a stream, in the reason why a connection broke. */
function answersWith(key: string): readonly (() => Promise<Response>)[] {
  const message = `Bad key ${key}, Bearer ${key}, ?key=${encodeURIComponent(key)}`
  const error = JSON.stringify({ error: { code: 401, status: 'UNAUTHENTICATED', message } })
  const headers = { 'content-type': 'text/event-stream', 'x-request-key': key }
  return [
    async () => new Response(error, { status: 401, headers: { 'content-type': 'application/json' } }),
    async () => new Response(`data: ${error}\n\n`, { headers }),
    async () => {
      throw new Error(`net::ERR_CONNECTION_RESET at https://x/?key=${key} with api-key: ${key}`)
    },
  ]
}

/** Ollama has no key. */
const keyed = PROVIDERS_UNDER_TEST.filter(({ name }) => name !== 'Ollama').map((provider) => ({
  ...{ provider, name: provider.name, field: 'apiKey' },
  toSecret: (key: string) => key,
}))
/** A key in a header that the user named. */
const headed = PROVIDERS_UNDER_TEST.filter(({ name }) => name === 'OpenAI-compatible').map((provider) => ({
  ...{ provider, name: 'A header of OpenAI-compatible', field: 'headers' },
  toSecret: (key: string) => `X-Title: Nagare\nX-Access: Token ${key}\n`,
}))
const cases = [...keyed, ...headed].flatMap((way) =>
  Object.entries(KEYS).map(([shape, key]) => ({ ...way, shape, key })),
)

it.each(cases)(
  '$name carries no key of $shape into recordings, exports, backups, the log or the reply',
  async ({ provider, key, field, toSecret }) => {
    const { folder, file, told, sent } = await askWith(provider, { key, field, secret: toSecret(key) })
    const options = {
      ...({ file, locale: 'en', you: 'You', modelName: (id: string) => id, painter: PAINTER } as const),
      signal: new AbortController().signal,
    }
    await exportAllDocuments(join(folder, 'markdown'), { ...options, format: 'markdown' }, () => {})
    await exportAllDocuments(join(folder, 'html'), { ...options, format: 'html' }, () => {})
    await exportTo(file, join(folder, 'all.jsonl'))
    backUp(file, join(folder, 'backup.db'))

    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({
        name: join(entry.parentPath, entry.name),
        bytes: readFileSync(join(entry.parentPath, entry.name)),
      }))
    expect(written.filter(({ bytes }) => holds(bytes, key)).map(({ name }) => name)).toEqual([])
    expect(holds(Buffer.from(told), key)).toBe(false)

    // The test would prove nothing if the key had never been on its way, or something had not been written.
    expect(sent.filter((headers) => headers.includes(JSON.stringify(key).slice(1, -1)))).not.toEqual([])
    const names = written.map(({ name }) => name.slice(folder.length + 1))
    for (const kind of [
      /^recordings.+jsonl$/,
      /^markdown.+md$/,
      /^html.+html$/,
      /^all\.jsonl$/,
      /^backup\.db$/,
      /^logs.nagare\.log$/,
    ]) {
      expect(names).toContainEqual(expect.stringMatching(kind))
    }
    expect(names.filter((name) => name.startsWith('recordings')).length).toBeGreaterThanOrEqual(3)
  },
)

/** Stands for the window, which draws what main hands to it: here, all of it. */
const PAINTER = {
  render: async (part: object): Promise<RenderedPart> => ({ html: JSON.stringify(part), css: '' }),
  toPdf: async () => new Uint8Array(),
  close: () => {},
}

interface Planted {
  readonly key: string
  /** Where it is kept, and as what. */
  readonly field: string
  readonly secret: string
}

/** Asks once for each way to repeat the key. */
async function askWith({ modelId, settings }: ProviderUnderTest, { key, field, secret }: Planted) {
  const file = temporaryFile()
  const folder = dirname(file)
  const keys = openKeyStore({
    file: join(folder, 'keys.json'),
    cipher: createFakeCipher(),
    mayStoreUnprotected: () => false,
    now: () => new Date(),
  })
  const [connection = ''] = modelId.split('/')
  keys.write(connection, field, secret)
  await keys.settled()
  const recorder = createRecorder({
    onRefusal: (cause) => {
      throw cause
    },
  })
  recorder.start(join(folder, 'recordings'))
  const answers = answersWith(key)
  const sent: string[] = []
  let asked = 0
  const core = openCore({
    ...{ file, settings, limits: LIMITS, secrets: keys, onFailure: logFailures(folder) },
    network: async (input, init) => {
      sent.push(JSON.stringify([...new Request(input, init).headers]))
      const answer = answers[asked]
      if (answer === undefined) throw new Error('Nobody expected this request.')
      return answer()
    },
    record: (fetch, subject) => recorder.wrap(fetch, recogniseReply(subject)),
  })
  const heard: unknown[] = []
  for (; asked < answers.length; asked++) {
    const { events, kept } = await core.ask('Hello', { modelId })
    heard.push(events, kept)
  }
  core.close()
  return { folder, file, sent, told: JSON.stringify(heard) }
}
