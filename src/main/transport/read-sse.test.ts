import fc from 'fast-check'
import { expect, it } from 'vitest'

import { readSse } from './read-sse'
import { caught } from './testing/caught'
import { toTransportFault } from './transport-fault'

const encoder = new TextEncoder()

function toBody(pieces: readonly Uint8Array[], onCancel?: () => void): ReadableStream<Uint8Array> {
  const left = [...pieces]
  return new ReadableStream(
    {
      pull: (controller) => {
        const next = left.shift()
        if (next) controller.enqueue(next)
        else controller.close()
      },
      cancel: () => onCancel?.(),
    },
    { highWaterMark: 0 },
  )
}

async function read(...texts: readonly string[]): Promise<readonly string[]> {
  const data: string[] = []
  for await (const event of readSse(toBody(texts.map((text) => encoder.encode(text))), 'host')) {
    data.push(event.data)
  }
  return data
}

/** Cuts bytes at random places, in the middle of characters and line breaks as well. */
function cutAt(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  return places.slice(1).map((end, index) => bytes.slice(places[index], end))
}

it('reads the same events wherever the bytes are cut, whatever the line breaks', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((one) => one.replaceAll(/[\r\n]/g, '改'))
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1 }),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.nat()),
      async (texts, lineBreak, cuts) => {
        const bytes = encoder.encode(texts.map((one) => `data: ${one}${lineBreak}${lineBreak}`).join(''))
        const data: string[] = []
        for await (const event of readSse(toBody(cutAt(bytes, cuts)), 'host')) data.push(event.data)
        expect(data).toEqual(texts)
      },
    ),
  )
})

it('skips a byte order mark, comments and fields that it does not know', async () => {
  expect(await read('\uFEFF: hello\ndata: one\n\n', 'event: x\nwhat: ever\ndata: two\n\n: bye\n')).toEqual([
    'one',
    'two',
  ])
})

it('says how many bytes had come with each event', async () => {
  const events = []
  const pieces = ['data: 日\n\n', 'data: b\n\n'].map((text) => encoder.encode(text))
  for await (const event of readSse(toBody(pieces), 'host')) events.push(event)
  expect(events).toEqual([
    { data: '日', bytesReceived: 11 },
    { data: 'b', bytesReceived: 20 },
  ])
})

it('takes nothing at all for an empty stream, not for a fault', async () => {
  expect(await read()).toEqual([])
})

it.each([
  ['half an event', 'data: one\n\ndata: tw'],
  ['an event without its blank line', 'data: one\n\ndata: two\n'],
  ['a web page', '<!DOCTYPE html>\n<title>Sign in to Wi-Fi</title>\n'],
])('reports %s at the end as malformed', async (_, text) => {
  expect(toTransportFault(await caught(read(text)))).toEqual({
    kind: 'malformed',
    host: 'host',
    bytesReceived: text.length,
  })
})

it.each([
  ['on one line', '{"error":{"code":503,"message":"Overloaded","status":"UNAVAILABLE"}}'],
  [
    'on many lines',
    '{\n  "error": {\n    "code": 503,\n    "message": "Overloaded",\n    "status": "UNAVAILABLE"\n  }\n}\n',
  ],
])('reports a bare error object between the events as the provider’s own, %s', async (_, report) => {
  const failure = await caught(read('data: one\n\n', report))
  expect(toTransportFault(failure)).toMatchObject({
    kind: 'error-in-stream',
    status: 503,
    providerCode: 'UNAVAILABLE',
    providerMessage: 'Overloaded',
  })
})

it('reports a bare error as soon as it is whole, though the provider keeps the connection open', async () => {
  let cancelled = false
  const texts = ['data: one\n\n{\n  "error": {\n', '    "code": 503\n  }\n', '}\n']
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const next = texts.shift()
        if (next !== undefined) controller.enqueue(encoder.encode(next))
        else return new Promise(() => undefined)
      },
      cancel: () => void (cancelled = true),
    },
    { highWaterMark: 0 },
  )
  const data: string[] = []
  const readAll = async () => {
    for await (const event of readSse(body, 'host')) data.push(event.data)
  }
  expect(toTransportFault(await caught(readAll()))).toMatchObject({ kind: 'error-in-stream', status: 503 })
  expect({ data, cancelled }).toEqual({ data: ['one'], cancelled: true })
})

it('cancels the body when the reader leaves early', async () => {
  let cancelled = false
  const body = toBody([encoder.encode('data: one\n\ndata: two\n\n')], () => (cancelled = true))
  for await (const { data } of readSse(body, 'host')) if (data === 'one') break
  expect(cancelled).toBe(true)
})
