import { setImmediate as breathe } from 'node:timers/promises'

import { SYSTEM_CLOCK, type Clock } from '../clock'
import { settleUnlessAborted } from '../settle-unless-aborted'
import { transportError } from '../transport-fault'
import type { RecordedEnding, Recording } from './recording'

/** 1 is as it was recorded, 10 ten times as fast, `max` as fast as it is read. */
export type ReplaySpeed = number | 'max'

export interface ReplayOptions {
  readonly speed: ReplaySpeed
  readonly clock?: Clock
}

/** At full speed, a Stop is still heard after this many chunks. */
const CHUNKS_PER_BREATH = 64

/** A fetch that answers every request from a recording: its bytes at its pace, its fault at its end. */
export function createReplayFetch(recording: Recording, options: ReplayOptions): typeof globalThis.fetch {
  const { response } = recording.header
  return async (_input, init) => {
    const signal = init?.signal ?? new AbortController().signal
    signal.throwIfAborted()
    const waitUntil = createPace(options, signal)
    if (!response) {
      await waitUntil(recording.ending.at)
      throw toError(recording)
    }
    await waitUntil(response.at)
    const { status, contentType } = response
    return new Response(replayBody(recording, waitUntil, signal), {
      status,
      headers: { 'content-type': contentType },
    })
  }
}

type WaitUntil = (at: number) => Promise<void>

function replayBody(
  recording: Recording,
  waitUntil: WaitUntil,
  signal: AbortSignal,
): ReadableStream<Uint8Array> | null {
  const { chunks, ending, header } = recording
  // These have no body by definition, and `Response` refuses one.
  if (header.response?.status === 204 || header.response?.status === 304) return null
  let next = 0
  let onAbort = (): void => undefined
  const letGo = () => signal.removeEventListener('abort', onAbort)
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        onAbort = () => controller.error(signal.reason)
        signal.addEventListener('abort', onAbort, { once: true })
      },
      pull: async (controller) => {
        const chunk = chunks[next++]
        await waitUntil(chunk?.at ?? ending.at)
        if (chunk) return controller.enqueue(chunk.bytes.slice())
        letGo()
        if (ending.end === 'fault') controller.error(toError(recording))
        else controller.close()
      },
      cancel: letGo,
    },
    { highWaterMark: 0 },
  )
}

function createPace({ speed, clock = SYSTEM_CLOCK }: ReplayOptions, signal: AbortSignal): WaitUntil {
  const startedAt = clock.now()
  let calls = 0
  return async (at) => {
    if (speed === 'max') {
      if (++calls % CHUNKS_PER_BREATH === 0) await breathe()
      return signal.throwIfAborted()
    }
    const left = startedAt + at / speed - clock.now()
    if (left <= 0) return signal.throwIfAborted()
    let cancelTimer = (): void => undefined
    const due = new Promise<void>((resolve) => (cancelTimer = clock.after(left, resolve)))
    try {
      await settleUnlessAborted(due, signal)
    } finally {
      cancelTimer()
    }
  }
}

/** What the transport said then. A recording without answer and without fault was stopped before either. */
function toError({ ending, header, chunks }: Recording): Error {
  const bytesReceived = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return transportError(toFault(ending) ?? { kind: 'unknown', host: header.host, bytesReceived })
}

function toFault(ending: RecordedEnding) {
  return ending.end === 'fault' ? ending.fault : undefined
}
