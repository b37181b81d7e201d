import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { caught } from '../testing/caught'
import { createHandClock } from '../testing/hand-clock'
import { transportError } from '../transport-fault'
import { readRecording } from './read-recording'
import { createRecorder, type Recognise, type RecorderOptions } from './recorder'

const REPLY = 'https://h.example/v1/projects/mine/models/m:stream?key=AIzaSyD-0123456789abcdef'
const KEY = 'AIzaSyD-0123456789abcdefghijklmnopqrs'
const EPOCH = Date.UTC(2026, 10, 22, 10, 20, 30)

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'nagare-recorder-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const recognise: Recognise = ({ pathname }) =>
  pathname.endsWith(':stream') ? { provider: 'p', model: 'a/m' } : undefined

function createOn(target: string, options: Partial<RecorderOptions> = {}) {
  const refusals: unknown[] = []
  const onRefusal = (cause: unknown) => void refusals.push(cause)
  const clock = createHandClock(EPOCH)
  const recorder = createRecorder({ onRefusal, clock, ...options })
  recorder.start(target)
  const wrap = (fetch: typeof globalThis.fetch) => recorder.wrap(fetch, recognise)
  return { recorder: { ...recorder, wrap }, clock, refusals }
}

function bodyOf(texts: readonly string[], beforeEach: () => void = () => undefined) {
  const left = [...texts]
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        beforeEach()
        const text = left.shift()
        if (text === undefined) controller.close()
        else controller.enqueue(Buffer.from(text))
      },
    },
    { highWaterMark: 0 },
  )
}

function answering(text: string): typeof globalThis.fetch {
  return async () => new Response(bodyOf([text]), { headers: { 'content-type': 'text/plain' } })
}

function read(name = readdirSync(folder)[0] ?? '') {
  return readFileSync(join(folder, name), 'utf8')
}

it('keeps status, type, bytes and their times, and hands the same bytes on', async () => {
  const { recorder, clock } = createOn(folder)
  const fetch = recorder.wrap(async () => {
    clock.pass(120.04)
    const body = bodyOf(['one\n', 'two\n'], () => clock.pass(30))
    return new Response(body, { status: 201, headers: { 'content-type': 'text/plain' } })
  })
  const request = { method: 'POST', headers: { authorization: `Bearer ${KEY}` }, body: `prompt ${KEY}` }
  expect(await (await fetch(REPLY, request)).text()).toBe('one\ntwo\n')
  expect(readdirSync(folder)).toEqual(['a-m 2026-11-22T10-20-30Z.jsonl'])
  expect(
    read()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    {
      format: 'nagare-recording',
      version: 1,
      provider: 'p',
      model: 'a/m',
      host: 'h.example',
      path: '/v1/projects/-/models/m:stream',
      recordedAt: '2026-11-22T10:20:30.000Z',
      response: { at: 120, status: 201, contentType: 'text/plain' },
    },
    { at: 150, text: 'one\n' },
    { at: 180, text: 'two\n' },
    { at: 210, end: 'complete' },
  ])
})

it('keeps no trace of a key, be it sent, asked for or said', async () => {
  const { recorder } = createOn(folder)
  const secrets = ['ya29.a0Planted_0123456789', 'sk-planted0123456789', 'Bearer planted0123456789', KEY]
  const fetch = recorder.wrap(answering(`data: {"text":"${secrets.join(' and ')}"}\n\n`))
  const headers = { authorization: secrets[2] ?? '', 'x-api-key': KEY }
  await (await fetch(`${REPLY}&key=${KEY}`, { method: 'POST', headers, body: secrets.join() })).text()
  expect(read()).toMatch(/x{10} and x/)
  expect(read()).not.toMatch(/ya29|sk-|Bearer|AIza|planted/i)
})

it('listens to nothing but replies, and to nothing when it is off', async () => {
  const { recorder } = createOn(folder)
  const fetch = recorder.wrap(answering('token'))
  await (await fetch('https://h.example/token')).text()
  recorder.stop()
  await (await fetch(REPLY)).text()
  expect([readdirSync(folder), recorder.isOn()]).toEqual([[], false])
})

it('records a reply to its end that had begun before it was switched off', async () => {
  const { recorder } = createOn(folder)
  const response = await recorder.wrap(answering('x'))(REPLY)
  recorder.stop()
  await response.text()
  expect(read()).toContain('"end":"complete"')
})

it('leaves a readable file when the app dies in the middle', async () => {
  const { recorder } = createOn(folder)
  const response = await recorder.wrap(async () => new Response(bodyOf(['one\n', 'tw', 'o\n'])))(REPLY)
  const reader = response.body?.getReader()
  await reader?.read()
  await reader?.read()
  const { ok, ...rest } = readRecording(read())
  expect([ok, rest]).toMatchObject([
    true,
    { recording: { chunks: [{ bytes: Buffer.from('one\n') }], ending: { end: 'broken-off' } } },
  ])
})

it.each([
  ['a fault of the transport', transportError({ kind: 'refused', host: 'h', bytesReceived: 0 }), 'refused'],
  ['any other error', new Error(`with ${KEY}`), 'unknown'],
])('keeps %s that came instead of an answer, and throws it on', async (_name, error, kind) => {
  const { recorder } = createOn(folder)
  expect(await caught(recorder.wrap(async () => Promise.reject(error))(REPLY))).toBe(error)
  expect(JSON.parse(read().trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    end: 'fault',
    fault: { kind },
  })
  expect(read()).not.toContain(KEY)
})

it('hands a cancel on to the body, and ends', async () => {
  const { recorder } = createOn(folder)
  let reason: unknown
  const body = new ReadableStream<Uint8Array>({ cancel: (why) => void (reason = why) })
  const response = await recorder.wrap(async () => new Response(body))(REPLY)
  await response.body?.cancel('enough')
  expect(reason).toBe('enough')
  expect(read()).toContain('"end":"cancelled"')
})

it('ends at once where an answer has no body', async () => {
  const { recorder } = createOn(folder)
  await recorder.wrap(async () => new Response(null, { status: 204 }))(REPLY)
  expect(read()).toContain('"end":"complete"')
})

it('numbers the replies after the first when it was given a file, and overwrites none', async () => {
  const { recorder } = createOn(join(folder, 'new', 'talk.jsonl'))
  const fetch = recorder.wrap(answering('x'))
  for (let reply = 0; reply < 3; reply++) await (await fetch(REPLY)).text()
  const names = readdirSync(join(folder, 'new')).sort()
  expect(names).toEqual(['talk-2.jsonl', 'talk-3.jsonl', 'talk.jsonl'])
  expect(statSync(join(folder, 'new', 'talk.jsonl')).mode & 0o077).toBe(0)
})

it('lets the reply go on when the disk refuses, and says so once', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const { recorder, refusals } = createOn(join(file, 'below.jsonl'))
  const response = await recorder.wrap(async () => new Response(bodyOf(['a', 'b'])))(REPLY)
  expect(await response.text()).toBe('ab')
  expect(refusals).toMatchObject([{ code: expect.stringMatching(/ENOTDIR|EEXIST/) as unknown }])
})
