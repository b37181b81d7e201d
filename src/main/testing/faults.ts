import type { AppErrorCode } from '#shared/app-error'
import type { EndReason } from '#shared/message'

import type { GenerateContentChunk } from '../../../emulators/vertex/generate-content'
import { apiKeyInvalid, googleError, serviceDisabled } from '../../../emulators/vertex/google-errors'
import { type ReplyScript, textReply } from '../../../emulators/vertex/reply-script'
import type { TransportLimits } from '../transport/guarded-fetch'

export interface Fault {
  readonly name: string
  /** What becomes of the reply. */
  readonly ending: AppErrorCode | EndReason
  readonly way?: Way
  /** What the emulator answers to the requests, in order. */
  readonly answers?: readonly ReplyScript[]
  /** The pauses before each further request, in milliseconds; without them, the request is made once. */
  readonly waitsMs?: readonly number[]
  readonly limits?: TransportLimits
  /** It is the app that has to hang up. */
  readonly isSilent?: true
}

/** How requests travel. All but the first never reach a provider. */
export type Way = 'emulator' | 'closed-port' | 'unknown-host' | 'untrusted' | 'broken-proxy'

/** What the faulty provider repeats to us of what we sent, as some do. */
export const SECRETS = { key: 'AIza-not-a-real-key-0123456789', bearer: 'ya29.not-a-real-token' }

const TEXT =
  'Baseball ⚾️ is played by families 👩‍👩‍👧 in 🇯🇵: 野球は二つのチームが九人ずつで戦うスポーツです。か\u3099き\u3099く\u3099.'
const STORY = textReply(TEXT, { charsPerChunk: 5, thought: 'どこから話そうか… First the rules.' })
const afterChunks = 16

/** Long enough for a busy computer to receive what was sent before the silence. */
const SHORT: TransportLimits = { headersMs: 1000, idleMs: 1000 }
const BACK_OFF = [1000, 2000]

export const FAULTS: readonly Fault[] = [
  { name: 'connection refused', way: 'closed-port', ending: 'connection-refused', waitsMs: BACK_OFF },
  { name: 'unknown host', way: 'unknown-host', ending: 'host-not-found' },
  { name: 'untrusted certificate', way: 'untrusted', ending: 'tls-failed' },
  // Node has no proxy: the network throws what Electron's throws.
  { name: 'proxy failure (as Electron throws it)', way: 'broken-proxy', ending: 'proxy-failed' },

  { name: '400', ending: 'request-refused', answers: [status(400, echo(400))] },
  { name: '400, the key is none', ending: 'key-refused', answers: [status(400, apiKeyInvalid())] },
  { name: '401', ending: 'key-refused', answers: [status(401, echo(401))] },
  { name: '403, API disabled', ending: 'api-disabled', answers: [status(403, serviceDisabled())] },
  { name: '403, role missing', ending: 'permission-denied', answers: [status(403)] },
  { name: '404', ending: 'model-not-found', answers: [status(404)] },
  { name: '429', ending: 'rate-limited', answers: thrice(status(429)), waitsMs: BACK_OFF },
  {
    name: '429, Retry-After 7 s',
    ending: 'rate-limited',
    answers: thrice(busyFor(7)),
    waitsMs: [7000, 7000],
  },
  { name: '429, Retry-After 2 min', ending: 'rate-limited', answers: [busyFor(120)] },
  { name: '429 once, Retry-After 3 s', ending: 'complete', answers: [busyFor(3), STORY], waitsMs: [3000] },
  { name: '500', ending: 'provider-failed', answers: thrice(status(500)), waitsMs: BACK_OFF },
  { name: '503', ending: 'provider-failed', answers: thrice(status(503)), waitsMs: BACK_OFF },
  { name: '503 once', ending: 'complete', answers: [status(503), STORY], waitsMs: [1000] },

  { name: 'reset in mid-stream', ending: 'connection-reset', answers: [cut('reset')] },
  { name: 'close in mid-stream', ending: 'connection-reset', answers: [cut('close')] },
  { name: 'malformed event', ending: 'malformed-stream', answers: [cut('malformed')] },
  { name: 'malformed first event', ending: 'malformed-stream', answers: [cut('malformed', 0)] },
  { name: 'error 503 in the stream', ending: 'provider-failed', answers: [failing(503)] },
  {
    name: 'error 503 in the stream, bare',
    ending: 'provider-failed',
    answers: [failing(503, { bare: true })],
  },
  {
    name: 'error 503 in the stream, left open',
    ending: 'provider-failed',
    answers: [failingOpen()],
    isSilent: true,
  },
  { name: 'error 429 in the stream', ending: 'rate-limited', answers: [failing(429)] },
  {
    name: 'error 503 instead of words',
    ending: 'provider-failed',
    answers: [failing(503, { afterChunks: 0 })],
  },
  { name: 'no finish reason', ending: 'interrupted', answers: [cut('truncate')] },
  { name: 'nothing at all', ending: 'interrupted', answers: [cut('truncate', 0)] },

  { name: 'SAFETY after words', ending: 'blocked', answers: [endedBy({ finishReason: 'SAFETY' })] },
  {
    name: 'prompt blocked',
    ending: 'blocked',
    answers: [only({ promptFeedback: { blockReason: 'SAFETY' } })],
  },
  {
    name: 'empty candidate',
    ending: 'empty-reply',
    answers: [only({ candidates: [{ content: { role: 'model', parts: [] }, finishReason: 'STOP' }] })],
  },
  { name: 'MAX_TOKENS', ending: 'length', answers: [endedBy({ finishReason: 'MAX_TOKENS' })] },

  {
    name: 'stall before the headers',
    ending: 'stalled',
    answers: [cut('stall', 0)],
    limits: SHORT,
    isSilent: true,
  },
  { name: 'stall in mid-stream', ending: 'stalled', answers: [cut('stall')], limits: SHORT, isSilent: true },
]

/** What the answers to a fault say before it, whole chunk by whole chunk. */
export function wordsSent({ answers = [] }: Fault): { readonly text: string; readonly thought: string } {
  const parts = answers
    .flatMap(({ chunks, fault }) =>
      fault === undefined || fault.kind === 'status' ? chunks : chunks.slice(0, fault.afterChunks),
    )
    .flatMap(({ candidates }) => candidates?.[0]?.content?.parts ?? [])
  const join = (isThought: boolean) =>
    parts.map(({ text = '', thought = false }) => (thought === isThought ? text : '')).join('')
  return { text: join(false), thought: join(true) }
}

function status(code: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): ReplyScript {
  return {
    chunks: [],
    fault: { kind: 'status', status: code, headers, ...(body === undefined ? {} : { body }) },
  }
}

function busyFor(seconds: number): ReplyScript {
  return status(429, undefined, { 'retry-after': String(seconds) })
}

function echo(code: number): unknown {
  const { key, bearer } = SECRETS
  return googleError(code, { message: `Not valid: ?key=${key}, authorization: Bearer ${bearer}` })
}

function thrice(answer: ReplyScript): readonly ReplyScript[] {
  return [answer, answer, answer]
}

function cut(kind: 'reset' | 'close' | 'malformed' | 'truncate' | 'stall', after = afterChunks): ReplyScript {
  return { ...STORY, fault: { kind, afterChunks: after } }
}

function failing(
  code: number,
  more: { readonly afterChunks?: number; readonly bare?: boolean } = {},
): ReplyScript {
  return { ...STORY, fault: { kind: 'error-in-stream', afterChunks, status: code, ...more } }
}

/** The provider reports its failure, and then neither says more nor hangs up. */
function failingOpen(): ReplyScript {
  const report = { ...googleError(503, { message: 'The model is overloaded.' }), usageMetadata: {} }
  const chunks = [...STORY.chunks.slice(0, afterChunks), report]
  return { chunks, fault: { kind: 'stall', afterChunks: chunks.length } }
}

function endedBy(candidate: NonNullable<GenerateContentChunk['candidates']>[number]): ReplyScript {
  return { chunks: [...STORY.chunks.slice(0, afterChunks), { candidates: [candidate] }] }
}

function only(chunk: GenerateContentChunk): ReplyScript {
  return { chunks: [chunk] }
}
