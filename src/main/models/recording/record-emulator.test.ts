import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createEmulatorFetch } from '../../../../emulators/vertex/emulator-fetch'
import { textReply, type ReplyScript } from '../../../../emulators/vertex/reply-script'
import { startVertexEmulator, type VertexEmulator } from '../../../../emulators/vertex/vertex-emulator'
import { createGuardedFetch } from '../../transport/guarded-fetch'
import { createRecorder } from '../../transport/recordings/recorder'
import { createVertexModel } from '../vertex/create-vertex-model'
import { recogniseReply } from './recognise-reply'
import { openContext } from '../testing/connection-context'
import { createRecordingProvider } from './recording-provider'
import { endingOf, hearReply, wordsOf } from './testing/hear-reply'

const LIMITS = { headersMs: 5000, idleMs: 400 }
const TEXT = '夕立のあと、家族 👩‍👩‍👧 と旗 🇯🇵 を見た。か\u3099 𠮷 `sorted(x, key=len)`'
const KEY = 'AIzaSyD-planted-key-0123456789abcdefghi'

let emulator: VertexEmulator
let folder: string

beforeEach(async () => {
  emulator = await startVertexEmulator()
  folder = mkdtempSync(join(tmpdir(), 'nagare-recordings-'))
})
afterEach(async () => {
  await emulator.close()
  rmSync(folder, { recursive: true })
})

function openRecorded() {
  const onRefusal = (cause: unknown) => {
    throw cause
  }
  const recorder = createRecorder({ onRefusal })
  recorder.start(folder)
  const guarded = createGuardedFetch({ fetch: createEmulatorFetch(emulator), limits: LIMITS })
  const fetch = recorder.wrap(guarded, recogniseReply({ provider: 'vertex', model: 'gemini-3.5-flash' }))
  const credentials = {
    kind: 'oauth',
    headers: async () => {
      await fetch('https://oauth2.googleapis.com/token', { method: 'POST', body: '{}' }).catch(
        () => undefined,
      )
      return { authorization: `Bearer ya29.${KEY}`, 'x-goog-api-key': KEY }
    },
  } as const
  return createVertexModel({
    modelName: 'gemini-3.5-flash',
    location: 'us-central1',
    projectId: 'secret-project',
    credentials,
    includeThoughts: true,
    fetch,
  })
}

function replay() {
  const [file = ''] = readdirSync(folder)
  const { fetch } = globalThis
  const context = openContext({ fetch })
  return createRecordingProvider({ folder }).open(`${file.replace('.jsonl', '')}@max`, context)
}

const SAID = textReply(TEXT, { charsPerChunk: 2, thought: 'まず考える。', cutOn: 'utf-16' })

it.each<[name: string, script: ReplyScript, ending: string]>([
  ['a whole answer', SAID, 'complete'],
  ['an answer byte by byte', { ...SAID, tcpBytes: 7 }, 'complete'],
  ['a reset', { ...SAID, fault: { kind: 'reset', afterChunks: 5 } }, 'connection-reset'],
  ['a cut stream', { ...SAID, fault: { kind: 'truncate', afterChunks: 5 } }, 'interrupted'],
  ['half an object', { ...SAID, fault: { kind: 'malformed', afterChunks: 5 } }, 'malformed-stream'],
  ['a silence', { ...SAID, fault: { kind: 'stall', afterChunks: 5 } }, 'stalled'],
  ['a refusal', { ...SAID, fault: { kind: 'status', status: 429 } }, 'rate-limited'],
  [
    'an error in the stream',
    { ...SAID, fault: { kind: 'error-in-stream', afterChunks: 5, status: 503, bare: true } },
    'provider-failed',
  ],
])('replays %s of the emulator with equal events', async (_name, script, ending) => {
  emulator.script(script)
  const events = await hearReply(openRecorded())
  expect(endingOf(events)).toBe(ending)
  expect(await hearReply(await replay())).toEqual(events)
})

it('keeps neither prompt, key, token nor project, and no request for a token', async () => {
  emulator.script(SAID)
  await hearReply(openRecorded())
  expect(readdirSync(folder)).toHaveLength(1)
  const text = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8')
  expect(text).toContain('"path":"/v1/projects/-/locations/us-central1/')
  expect(text).not.toMatch(/AIza|ya29|Bearer|planted|話して|secret-project|alt=sse/)
})

it('masks a key that the model repeats a few characters at a time', async () => {
  emulator.script({
    ...textReply(`Your key is ${KEY}, keep it. ${TEXT}`, { charsPerChunk: 3 }),
    tcpBytes: 50,
  })
  const said = wordsOf(await hearReply(openRecorded()), 'text')
  expect(said).toContain(KEY)
  expect(wordsOf(await hearReply(await replay()), 'text')).toBe(said.replace(KEY, 'x'.repeat(KEY.length)))
})

it('is over at once when the reply is stopped, and says so', async () => {
  const stop = new AbortController()
  emulator.script({ ...SAID, fault: { kind: 'stall', afterChunks: 5 } })
  const model = openRecorded()
  const heard = hearReply(model, stop.signal)
  await vi.waitUntil(() => emulator.requests.some(({ firstByteAt }) => firstByteAt !== undefined), {
    timeout: 10_000,
  })
  // The last bytes before the silence are still on their way.
  setTimeout(() => stop.abort(), 150)
  await heard
  const lines = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8')
    .trimEnd()
    .split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: 'cancelled' })
  expect(endingOf(await hearReply(await replay()))).toBe('interrupted')
})
