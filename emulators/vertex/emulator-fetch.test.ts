import { afterEach, beforeEach, expect, it } from 'vitest'

import { createEmulatorFetch } from './emulator-fetch'
import { textReply } from './reply-script'
import { startVertexEmulator, type VertexEmulator } from './vertex-emulator'

const MODEL = 'https://aiplatform.us.rep.googleapis.com/v1/publishers/google/models/gemini-3.5-flash'
const ASK = { method: 'POST', body: '{"contents":[{}]}' }

let emulator: VertexEmulator

beforeEach(async () => {
  emulator = await startVertexEmulator()
})

afterEach(() => emulator.close())

it.each(['https://example.com/', 'http://aiplatform.googleapis.com/', 'https://googleapis.com.example/'])(
  'never reaches %s',
  async (url) => {
    await expect(createEmulatorFetch(emulator)(url)).rejects.toThrow('fetch failed')
    expect(emulator.requests).toEqual([])
  },
)

it('tells the emulator which host was meant', async () => {
  await createEmulatorFetch(emulator)(`${MODEL}:generateContent?key=a-key`, ASK)
  expect(emulator.requests[0]?.host).toBe('aiplatform.us.rep.googleapis.com')
})

it('hands over the first chunk before the last one is sent', async () => {
  emulator.script({ ...textReply('one two'), fault: { kind: 'stall', afterChunks: 1 } })
  const answer = await createEmulatorFetch(emulator)(`${MODEL}:streamGenerateContent?alt=sse&key=a-key`, ASK)
  const first = await answer.body?.getReader().read()
  expect(new TextDecoder().decode(first?.value)).toContain('one two')
})

it('fails with the reason of the abort, before it asks and in mid-body', async () => {
  const fetch = createEmulatorFetch(emulator)
  const reason = new Error('the reader left')
  const late = `${MODEL}:streamGenerateContent?alt=sse&key=a-key`
  await expect(fetch(late, { ...ASK, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  emulator.script({ ...textReply('one two'), fault: { kind: 'stall', afterChunks: 1 } })
  const leaving = new AbortController()
  const reader = (await fetch(late, { ...ASK, signal: leaving.signal })).body?.getReader()
  await reader?.read()
  leaving.abort(reason)
  await expect(reader?.read()).rejects.toBe(reason)
})

it('fails like any fetch when nobody listens', async () => {
  const gone = { origin: 'https://127.0.0.1:1', ca: emulator.ca }
  await expect(createEmulatorFetch(gone)(`${MODEL}:countTokens`, ASK)).rejects.toMatchObject({
    name: 'TypeError',
    cause: { code: 'ECONNREFUSED' },
  })
})
