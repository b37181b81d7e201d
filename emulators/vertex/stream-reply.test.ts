import { connect } from 'node:tls'

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createEmulatorFetch } from './emulator-fetch'
import type { GenerateContentChunk } from './generate-content'
import type { Fault } from '../wire/fault'
import { textReply, type ReplyScript } from './reply-script'
import { startVertexEmulator, type VertexEmulator } from './vertex-emulator'

const URL_OF_MODEL =
  'https://us-central1-aiplatform.googleapis.com/v1beta1/projects/demo-project/locations/us-central1/publishers/google/models/gemini-3.5-flash:streamGenerateContent'

let emulator: VertexEmulator

beforeEach(async () => {
  emulator = await startVertexEmulator()
})

afterEach(() => emulator.close())

function ask(query = '?alt=sse', init: RequestInit = {}): Promise<Response> {
  return createEmulatorFetch(emulator)(`${URL_OF_MODEL}${query}`, {
    method: 'POST',
    headers: { authorization: 'Bearer a-token', 'content-type': 'application/json' },
    body: JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'Hello' }] }] }),
    ...init,
  })
}

async function readPieces(response: Response): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = []
  if (response.body) for await (const piece of response.body) pieces.push(piece)
  return pieces
}

async function readUntilItBreaks(response: Response): Promise<readonly [text: string, error: unknown]> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    if (response.body)
      for await (const piece of response.body) text += decoder.decode(piece, { stream: true })
    return [text, undefined]
  } catch (error) {
    return [text, error]
  }
}

function parseEvents(text: string): readonly GenerateContentChunk[] {
  expect(text.endsWith('\r\n\r\n')).toBe(true)
  const events = text.split('\r\n\r\n').slice(0, -1)
  return events.map((event) => JSON.parse(event.replace(/^data: /, '')) as GenerateContentChunk)
}

function replyOfMegabytes(count: number): ReplyScript {
  const [chunk] = textReply('x'.repeat(50_000), { charsPerChunk: 50_000 }).chunks
  return { chunks: Array.from({ length: count * 20 }, () => chunk ?? {}) }
}

function withFault(fault: Fault): ReplyScript {
  return { ...textReply('one two three', { charsPerChunk: 4 }), fault }
}

it('says the same as an array and as events', async () => {
  const reply = textReply('同じ言葉 in both forms 🇯🇵', { charsPerChunk: 2, thought: 'Twice.' })
  emulator.script(reply, reply)
  const events = await ask()
  const array = await ask('')
  expect([events.headers.get('content-type'), array.headers.get('content-type')]).toEqual([
    'text/event-stream',
    'application/json; charset=UTF-8',
  ])
  const said = (chunks: readonly GenerateContentChunk[]) =>
    chunks.map(({ candidates, usageMetadata, modelVersion }) => ({ candidates, usageMetadata, modelVersion }))
  const fromEvents = said(parseEvents(await events.text()))
  expect(fromEvents).toEqual(said(JSON.parse(await array.text()) as readonly GenerateContentChunk[]))
  expect(fromEvents).toHaveLength(reply.chunks.length)
})

it('cuts multi-byte characters between two writes', async () => {
  const text = '日本語🇯🇵'.repeat(20)
  emulator.script(textReply(text))
  const pieces = await readPieces(await ask())
  const isCut = (piece: Uint8Array) => new TextDecoder().decode(piece).includes('\uFFFD')
  expect(pieces.filter(isCut).length).toBeGreaterThan(1)
  expect(Buffer.concat(pieces).toString('utf8')).not.toContain('\uFFFD')
})

it('counts what it sent, and when', async () => {
  emulator.script(textReply('one two three', { charsPerChunk: 4, delayMs: 20 }))
  const text = await (await ask()).text()
  const [seen] = emulator.requests
  expect(seen?.sentBytes).toBe(Buffer.byteLength(text))
  const times = [seen?.startedAt, seen?.firstByteAt, seen?.lastByteAt, seen?.closedAt].map(Number)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  expect(seen?.lastByteAt).toBeGreaterThan(Number(seen?.firstByteAt))
})

it.each(['reset', 'close'] as const)('breaks the connection in mid-body with a %s', async (kind) => {
  emulator.script(withFault({ kind, afterChunks: 2 }))
  const [text, error] = await readUntilItBreaks(await ask())
  expect(parseEvents(text)).toHaveLength(2)
  expect(error).toBeInstanceOf(TypeError)
  expect(emulator.requests[0]?.closedBy).toBe('emulator')
})

it.each([
  ['reset', 'ECONNRESET'],
  ['close', 'end'],
] as const)('lets the socket of the client see a %s as %s', async (kind, outcome) => {
  emulator.script(withFault({ kind, afterChunks: 1 }))
  const { pathname } = new URL(URL_OF_MODEL)
  const body = JSON.stringify({ contents: [{}] })
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(emulator.origin).port), ca: emulator.ca })
  const seen = new Promise((resolve) => {
    socket.on('error', (error) => resolve('code' in error && error.code)).on('end', () => resolve('end'))
  })
  socket.resume()
  socket.write(
    `POST ${pathname}?key=a-key HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  expect(await seen).toBe(outcome)
})

it('ends correctly without a finish reason when it truncates', async () => {
  emulator.script(
    withFault({ kind: 'truncate', afterChunks: 2 }),
    withFault({ kind: 'truncate', afterChunks: 2 }),
  )
  const chunks = parseEvents(await (await ask()).text())
  expect(chunks.map((chunk) => chunk.candidates?.[0]?.finishReason)).toEqual([undefined, undefined])
  expect(JSON.parse(await (await ask('')).text())).toHaveLength(2)
})

it('frames half a chunk as a whole one when it is malformed', async () => {
  emulator.script(withFault({ kind: 'malformed', afterChunks: 1 }))
  const [first, second] = (await (await ask()).text()).split('\r\n\r\n')
  expect(first).toMatch(/^data: \{.*\}$/)
  expect(second).toMatch(/^data: \{.*[^}]$/)
  expect(() => JSON.parse(String(second).slice(6)) as unknown).toThrow(SyntaxError)
})

it.each([
  [false, /\r\n\r\ndata: \{"error":\{"code":503,.*"status":"UNAVAILABLE"\}\}\r\n\r\n$/],
  [true, /\r\n\r\n\{"error":\{"code":503,.*"status":"UNAVAILABLE"\}\}$/],
])('reports an error after a 200 (bare: %s)', async (bare, pattern) => {
  emulator.script(withFault({ kind: 'error-in-stream', afterChunks: 1, status: 503, bare }))
  const response = await ask()
  expect(response.status).toBe(200)
  expect(await response.text()).toMatch(pattern)
})

it.each([0, 1])('falls silent after %i chunks until the client leaves', async (afterChunks) => {
  emulator.script(withFault({ kind: 'stall', afterChunks }))
  const leaving = new AbortController()
  const answer = ask('?alt=sse', { signal: leaving.signal }).catch((error: unknown) => error)
  await vi.waitFor(() => expect(emulator.requests).toHaveLength(1))
  if (afterChunks > 0) await answer
  leaving.abort()
  await vi.waitFor(() => expect(emulator.requests[0]?.closedBy).toBe('client'))
  expect(emulator.requests[0]?.status).toBe(afterChunks > 0 ? 200 : undefined)
  expect(await answer).toMatchObject(afterChunks > 0 ? { status: 200 } : { name: 'AbortError' })
})

it.each([
  ['is slow', textReply('x'.repeat(5_000), { charsPerChunk: 1, delayMs: 2 })],
  ['is more than the client reads', replyOfMegabytes(20)],
])('stops when the client leaves a reply that %s', async (_name, reply) => {
  emulator.script(reply)
  const leaving = new AbortController()
  const response = await ask('?alt=sse', { signal: leaving.signal })
  await response.body?.getReader().read()
  leaving.abort()
  await vi.waitFor(() => expect(emulator.requests[0]?.closedBy).toBe('client'))
  const sent = emulator.requests[0]?.sentBytes
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(emulator.requests[0]?.sentBytes).toBe(sent)
})

it('waits for a slow reader instead of filling memory', async () => {
  emulator.script(replyOfMegabytes(20))
  const reader = (await ask()).body?.getReader()
  await reader?.read()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(emulator.requests[0]?.sentBytes).toBeLessThan(15_000_000)
  while (reader && !(await reader.read()).done);
  expect(emulator.requests[0]?.sentBytes).toBeGreaterThan(20_000_000)
})

it('delivers 50,000 chunks of Japanese without losing one', async () => {
  const text = '流れる言葉。'.repeat(50_000)
  emulator.script(textReply(text, { charsPerChunk: 6 }))
  const chunks = parseEvents(await (await ask()).text())
  expect(chunks.map((chunk) => chunk.candidates?.[0]?.content?.parts[0]?.text).join('')).toBe(text)
  expect(chunks).toHaveLength(50_000)
})
