import type { AppErrorCode } from '#shared/app-error'
import type { EndReason } from '#shared/message'

import { PROMPT_BLOCKED } from '../../../../emulators/chat/azure'
import type { ChatScript, Said, SaidUsage } from '../../../../emulators/chat/said'
import type { Fault } from '../../../../emulators/wire/fault'
import type { TransportLimits } from '../../transport/guarded-fetch'

export interface Scenario {
  readonly name: string
  readonly ending: AppErrorCode | EndReason
  /** What the provider answers to the requests, in order; the last one again to all that follow. */
  readonly answers: readonly ChatScript[]
  /** The way there is broken. */
  readonly way?: 'closed-port' | 'unknown-host'
  readonly waitsMs?: readonly number[]
  /** Limits under which the app gives up soon. Asked apart from the others, which keep the computer busy. */
  readonly limits?: TransportLimits
  /** The reader stops it at its first word. */
  readonly isStopped?: true
  /** The reader's own limit of an answer, which it does not know of. */
  readonly mostTokens?: number
  readonly needsFilter?: true
  /** The provider refuses a prompt by a status. */
  readonly needsStatusFilter?: true
}

export const USAGE: SaidUsage = { input: 30, output: 21, thought: 4, cached: 8 }

export const STORY: Said = {
  text: 'Baseball ⚾️ is played by families 👩‍👩‍👧 in 🇯🇵: 野球は二つのチームが九人ずつで戦うスポーツです。𠮷か\u3099き\u3099く\u3099.',
  thought: 'どこから話そうか… First the rules.',
  charsPerChunk: 4,
  usage: USAGE,
}

/** Enough for every provider to have thought to the end and said a few words. */
const AFTER_CHUNKS = 18
export const PATIENT: TransportLimits = { headersMs: 60_000, idleMs: 60_000 }
/** Long enough for a busy computer to receive what was sent before the silence. */
const SOON_MS = 1500
const FLOOD: Said = { text: '流れ'.repeat(5000), charsPerChunk: 1 }
const afterChunks = AFTER_CHUNKS

export const SCENARIOS: readonly Scenario[] = [
  { name: 'stream, thoughts, usage', ending: 'complete', answers: [{ said: STORY }] },
  { name: 'one byte per TCP write', ending: 'complete', answers: [{ said: STORY, tcpBytes: 1 }] },
  { name: 'three bytes per TCP write', ending: 'complete', answers: [{ said: STORY, tcpBytes: 3 }] },
  { name: '10,000 chunks', ending: 'complete', answers: [{ said: FLOOD, tcpBytes: 65_536 }] },
  { name: 'stop', ending: 'stopped', answers: [broken('stall')], isStopped: true },
  { name: 'limit of an answer', ending: 'limit', answers: [broken('stall')], mostTokens: 8 },

  { name: 'refused', ending: 'connection-refused', answers: [], way: 'closed-port', waitsMs: [1000, 2000] },
  { name: 'unknown host', ending: 'host-not-found', answers: [], way: 'unknown-host' },
  { name: '400', ending: 'request-refused', answers: [status(400)] },
  { name: '401', ending: 'key-refused', answers: [status(401)] },
  { name: '402', ending: 'no-credit', answers: [status(402)] },
  { name: '403', ending: 'permission-denied', answers: [status(403)] },
  { name: '404', ending: 'model-not-found', answers: [status(404)] },
  {
    name: '429, Retry-After 3 s',
    ending: 'complete',
    answers: [status(429, { 'retry-after': '3' }), { said: STORY }],
    waitsMs: [3000],
  },
  { name: '503', ending: 'provider-failed', answers: [status(503)], waitsMs: [1000, 2000] },

  { name: 'reset', ending: 'connection-reset', answers: [broken('reset')] },
  { name: 'malformed', ending: 'malformed-stream', answers: [broken('malformed')] },
  {
    name: 'error in the stream',
    ending: 'provider-failed',
    answers: [{ said: STORY, fault: { kind: 'error-in-stream', afterChunks, status: 503 } }],
  },
  { name: 'no finish reason', ending: 'interrupted', answers: [broken('truncate')] },
  { name: 'nothing at all', ending: 'interrupted', answers: [broken('truncate', 0)] },
  {
    name: 'blocked',
    ending: 'blocked',
    answers: [{ said: { ...STORY, ending: 'blocked' } }],
    needsFilter: true,
  },
  {
    name: 'prompt blocked',
    ending: 'blocked',
    answers: [{ said: STORY, fault: { kind: 'status', status: 400, body: PROMPT_BLOCKED } }],
    needsStatusFilter: true,
  },
  { name: 'empty', ending: 'empty-reply', answers: [{ said: { text: '' } }] },
  { name: 'length', ending: 'length', answers: [{ said: { ...STORY, ending: 'length' } }] },
  {
    name: 'stall in mid-stream',
    ending: 'stalled',
    answers: [broken('stall')],
    limits: { ...PATIENT, idleMs: SOON_MS },
  },
  {
    name: 'stall before the headers',
    ending: 'stalled',
    answers: [broken('stall', 0)],
    limits: { ...PATIENT, headersMs: SOON_MS },
  },
]

function status(code: number, headers: Readonly<Record<string, string>> = {}): ChatScript {
  return { said: STORY, fault: { kind: 'status', status: code, headers } }
}

function broken(kind: Exclude<Fault['kind'], 'status' | 'error-in-stream'>, after = afterChunks): ChatScript {
  return { said: STORY, fault: { kind, afterChunks: after } }
}
