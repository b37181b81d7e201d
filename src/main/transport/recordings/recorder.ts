import { SYSTEM_CLOCK, type Clock } from '../clock'
import { withBody } from '../with-body'
import type { RecordedSubject } from './recording'
import { openTape, type Tape } from './tape'

type Fetch = typeof globalThis.fetch

export interface Recorder {
  /** Records every reply that is asked for from now on: a file, or a folder when the name has no extension. */
  readonly start: (target: string) => void
  /** A reply that is being recorded is recorded to its end. */
  readonly stop: () => void
  readonly isOn: () => boolean
  /** The same fetch, listened to while the recorder is on. Goes around the guarded fetch, whose faults it keeps. */
  readonly wrap: (fetch: Fetch, recognise: Recognise) => Fetch
}

/** What a request asks for; undefined when its answer is no streamed reply. */
export type Recognise = (url: URL) => RecordedSubject | undefined

export interface RecorderOptions {
  /** Told once for each recording that the disk refused; the reply itself goes on. */
  readonly onRefusal: (cause: unknown) => void
  readonly clock?: Clock
}

/** Writes providers' answers to files, byte for byte with their arrival times. Requests are never written. */
export function createRecorder({ onRefusal, clock = SYSTEM_CLOCK }: RecorderOptions): Recorder {
  let target: string | undefined

  const wrap =
    (fetch: Fetch, recognise: Recognise): Fetch =>
    async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      const subject = target === undefined ? undefined : recognise(url)
      if (target === undefined || !subject) return fetch(input, init)
      const tape = openTape({ target, subject, url, clock, onRefusal })
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined)
      const isUnwanted = () => signal?.aborted ?? false
      try {
        const response = await fetch(input, init)
        tape.began(response)
        if (!response.body) tape.ended()
        return response.body ? withBody(response, listenTo(response.body, tape, isUnwanted)) : response
      } catch (cause) {
        tape.failed(cause, isUnwanted())
        throw cause
      }
    }

  return {
    start: (wanted) => (target = wanted),
    stop: () => (target = undefined),
    isOn: () => target !== undefined,
    wrap,
  }
}

/** The same bytes, pulled only when they are wanted. */
function listenTo(
  body: ReadableStream<Uint8Array>,
  tape: Tape,
  isUnwanted: () => boolean,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        // Tells of a failure at once, also when nobody is reading just then.
        reader.closed.catch((cause: unknown) => {
          tape.failed(cause, isUnwanted())
          controller.error(cause)
        })
      },
      pull: async (controller) => {
        const { done, value } = await reader.read()
        if (done) {
          tape.ended()
          controller.close()
          return
        }
        tape.heard(value)
        controller.enqueue(value)
      },
      cancel: async (reason) => {
        tape.cancelled()
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
