import type { Clock } from '../clock'
import { toTransportFault } from '../transport-fault'
import { openRecording, type RecordingWriter } from './open-recording'
import type { RecordedEnding, RecordedResponse, RecordedSubject } from './recording'
import { round } from './recording-lines'

/** One recording while it is made. Nothing here throws: a full disk must not break a reply. */
export interface Tape {
  readonly began: (response: Response) => void
  readonly heard: (bytes: Uint8Array) => void
  readonly ended: () => void
  readonly cancelled: () => void
  readonly failed: (cause: unknown, isUnwanted: boolean) => void
}

export interface TapeOptions {
  readonly target: string
  readonly subject: RecordedSubject
  readonly url: URL
  readonly clock: Clock
  readonly onRefusal: (cause: unknown) => void
}

/** Starts the time of a recording: the request goes out now. */
export function openTape({ target, subject, url, clock, onRefusal }: TapeOptions): Tape {
  const startedAt = clock.now()
  const recordedAt = new Date(clock.epoch()).toISOString()
  let writer: RecordingWriter | undefined
  let isOver = false
  let bytesReceived = 0

  const sinceStart = () => clock.now() - startedAt
  const open = (response?: RecordedResponse) => {
    const header = { ...subject, host: url.host, path: withoutProject(url.pathname), recordedAt }
    return openRecording(target, response === undefined ? header : { ...header, response })
  }
  const attempt = (write: () => void) => {
    if (isOver) return
    try {
      write()
    } catch (cause) {
      isOver = true
      onRefusal(cause)
    }
  }
  const finish = (ending: Exclude<RecordedEnding, { readonly end: 'broken-off' }>) =>
    attempt(() => {
      writer ??= open()
      writer.end(ending)
      isOver = true
    })

  return {
    began: ({ status, headers }) =>
      attempt(() => {
        const contentType = headers.get('content-type') ?? ''
        writer = open({ at: round(sinceStart()), status, contentType })
      }),
    heard: (bytes) =>
      attempt(() => {
        bytesReceived += bytes.length
        writer?.chunk({ at: sinceStart(), bytes })
      }),
    ended: () => finish({ at: sinceStart(), end: 'complete' }),
    cancelled: () => finish({ at: sinceStart(), end: 'cancelled' }),
    failed: (cause, isUnwanted) => {
      const at = sinceStart()
      const fault = toTransportFault(cause) ?? { kind: 'unknown' as const, host: url.host, bytesReceived }
      finish(isUnwanted ? { at, end: 'cancelled' } : { at, end: 'fault', fault })
    },
  }
}

/** A recording is made to be shown around, and a project's name may say whose it is. */
function withoutProject(path: string): string {
  return path.replace(/\/projects\/[^/]+/, '/projects/-')
}
