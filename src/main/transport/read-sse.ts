import { createParser } from 'eventsource-parser'

import { toErrorInStream } from './error-in-stream'
import { transportError } from './transport-fault'

export interface SseEvent {
  readonly data: string
  /** Of the whole body, when this event was complete. */
  readonly bytesReceived: number
}

/** A stray text longer than this is no error report. */
const LONGEST_STRAY = 64 * 1024

/**
 * Every event in a stream of server-sent events, as it comes; characters and lines may be cut anywhere.
 * Throws a `TransportFault`: `malformed` when the stream ends inside an event or holds something else altogether,
 * `error-in-stream` when the provider wrote a bare JSON error between the events (Gemini does).
 * Ending the loop early cancels the body.
 */
export async function* readSse(
  body: ReadableStream<Uint8Array>,
  host: string,
): AsyncGenerator<SseEvent, void, undefined> {
  const decoder = new TextDecoder()
  const waiting: string[] = []
  let stray = ''
  let strayLength = 0
  let hasEvents = false
  let bytesReceived = 0
  const parser = createParser({
    onEvent: ({ data }) => waiting.push(data),
    onError: ({ line = '' }) => {
      if (stray.length < LONGEST_STRAY) stray += `${line}\n`
    },
  })

  const throwReportedError = () => {
    const error = toErrorInStream(stray, { host, bytesReceived })
    if (error) throw error
  }

  for await (const bytes of body) {
    bytesReceived += bytes.byteLength
    parser.feed(decoder.decode(bytes, { stream: true }))
    for (const data of waiting.splice(0)) {
      hasEvents = true
      yield { data, bytesReceived }
    }
    // At once when it is whole: a provider that keeps the connection open would seem to be silent.
    if (stray.length > strayLength) throwReportedError()
    strayLength = stray.length
  }
  // What is left when the body ends: a last line that lacks its line break, and an event that lacks its blank line.
  parser.feed(`${decoder.decode()}\n\n`)
  throwReportedError()
  if (waiting.length > 0 || (!hasEvents && stray !== '')) {
    throw transportError({ kind: 'malformed', host, bytesReceived })
  }
}
