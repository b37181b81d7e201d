import { isUtf8 } from 'node:buffer'

import { errorForStatus } from '../vertex/google-errors'
import type { Exchange } from '../wire/exchange'
import { EVENT_STREAM } from '../wire/stream-format'
import { streamReply } from '../wire/stream-reply'
import type { Fixture } from './fixtures'

const MODEL = 'gemini-3.5-flash'
const HOST = 'aiplatform.googleapis.com'
const RECORDED_AT = '2026-11-22T10:20:30.000Z'
const HEADERS_AT_MS = 320
/** Between two pieces of one chunk. */
const PIECE_MS = 0.4

/**
 * What the emulator writes for a fixture, as a recording. The bytes are caught where they would go to the socket and
 * the times are counted, not measured, so that the same fixture is the same file on every computer.
 */
export async function recordFixture({ name, gapMs, ...script }: Fixture): Promise<string> {
  const stamp = { modelVersion: MODEL, createTime: RECORDED_AT, responseId: `recorded-${name}` }
  const chunks = script.chunks.map((chunk) => ({ ...chunk, ...stamp }))
  const pieces: Buffer[] = []
  let wasReset = false
  const exchange: Exchange = {
    gone: new AbortController().signal,
    begin: () => undefined,
    write: async (bytes) => void pieces.push(bytes),
    writeAndFlush: async (bytes) => void pieces.push(bytes),
    end: (bytes) => {
      if (bytes && bytes.length > 0) pieces.push(bytes)
    },
    closeSocket: () => undefined,
    resetSocket: () => (wasReset = true),
  }
  await streamReply(
    { ...script, chunks },
    {
      exchange,
      format: EVENT_STREAM,
      failure: (status) => errorForStatus(status, { model: MODEL }),
    },
  )

  let at = HEADERS_AT_MS
  const header = {
    format: 'nagare-recording',
    version: 1,
    provider: 'vertex',
    model: MODEL,
    host: HOST,
    path: `/v1/publishers/google/models/${MODEL}:streamGenerateContent`,
    recordedAt: RECORDED_AT,
    response: { at, status: 200, contentType: EVENT_STREAM.contentType },
  }
  const body = pieces.map((bytes) => {
    at += isStartOfEvent(bytes) ? gapMs : PIECE_MS
    return { at: round(at), ...toContent(bytes) }
  })
  const bytesReceived = pieces.reduce((sum, { length }) => sum + length, 0)
  const fault = { kind: 'reset', host: HOST, bytesReceived }
  const ending = { at: round(at + 1), ...(wasReset ? { end: 'fault', fault } : { end: 'complete' }) }
  return [header, ...body, ending].map((line) => `${JSON.stringify(line)}\n`).join('')
}

function isStartOfEvent(bytes: Buffer): boolean {
  return bytes.toString('latin1').startsWith('data: ')
}

function toContent(bytes: Buffer): { readonly text: string } | { readonly base64: string } {
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { base64: bytes.toString('base64') }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
