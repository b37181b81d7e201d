import { isUtf8 } from 'node:buffer'

import type { Exchange } from '../wire/exchange'
import type { StreamFault } from '../wire/fault'
import { streamReply } from '../wire/stream-reply'
import type { Fixture } from './fixtures'
import { type Origin, VERTEX } from './origins'
import type { ProviderFixture } from './provider-fixtures'

const RECORDED_AT = '2026-11-22T10:20:30.000Z'
const HEADERS_AT_MS = 320
/** Between two pieces of one chunk. */
const PIECE_MS = 0.4

/**
 * What the emulator writes for a fixture, as a recording. The bytes are caught where they would go to the socket and
 * the times are counted, not measured, so that the same fixture is the same file on every computer.
 */
export async function recordFixture(fixture: Fixture): Promise<string> {
  const stamp = {
    modelVersion: VERTEX.header.model,
    createTime: RECORDED_AT,
    responseId: `recorded-${fixture.name}`,
  }
  return record({
    ...fixture,
    origin: VERTEX,
    chunks: fixture.chunks.map((chunk) => ({ ...chunk, ...stamp })),
  })
}

/** The same for another provider. */
export async function recordProviderFixture(fixture: ProviderFixture): Promise<string> {
  return record({ ...fixture, chunks: fixture.chunks.map(({ json }) => json) })
}

interface RecordedScript {
  readonly origin: Origin
  readonly chunks: readonly unknown[]
  readonly gapMs: number
  readonly fault?: StreamFault
}

async function record({ origin, gapMs, ...script }: RecordedScript): Promise<string> {
  const { format, failure } = origin
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
  await streamReply(script, { exchange, format, failure })

  let at = HEADERS_AT_MS
  const header = {
    format: 'nagare-recording',
    version: 1,
    ...origin.header,
    recordedAt: RECORDED_AT,
    response: { at, status: 200, contentType: format.contentType },
  }
  const body = pieces.map((bytes) => {
    at += isStartOfEvent(bytes) ? gapMs : PIECE_MS
    return { at: round(at), ...toContent(bytes) }
  })
  const bytesReceived = pieces.reduce((sum, { length }) => sum + length, 0)
  const fault = { kind: 'reset', host: origin.header.host, bytesReceived }
  const ending = { at: round(at + 1), ...(wasReset ? { end: 'fault', fault } : { end: 'complete' }) }
  return [header, ...body, ending].map((line) => `${JSON.stringify(line)}\n`).join('')
}

function isStartOfEvent(bytes: Buffer): boolean {
  return /^(?:data: |event: |\{)/.test(bytes.toString('latin1'))
}

function toContent(bytes: Buffer): { readonly text: string } | { readonly base64: string } {
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { base64: bytes.toString('base64') }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
