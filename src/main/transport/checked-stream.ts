import { toErrorInStream } from './error-in-stream'
import { readSse } from './read-sse'
import { transportError } from './transport-fault'
import { withBody } from './with-body'

type Fetch = typeof globalThis.fetch

/** One object of a provider's stream. */
export type StreamObject = Readonly<Record<string, unknown>>

export interface StreamRules {
  /** What reports a failure, in the form of an error body; by default an object with an `error`. */
  readonly failureIn?: (object: StreamObject) => StreamObject | undefined
  /** The object as the provider's class understands it; the same one when nothing is to be done. */
  readonly translate?: (object: StreamObject) => StreamObject
}

const END_OF_STREAM = '[DONE]'

/**
 * Reads every event before a provider's class does. Some classes drop half an event, take a reported failure for
 * silence, or print to the console what they do not understand; under this fetch none of them ever sees such a thing.
 */
export function createCheckedFetch(fetch: Fetch, rules: StreamRules = {}): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
    if (!isStream || response.body === null) return response
    const { host } = new URL(input instanceof Request ? input.url : input)
    return withBody(response, toBody(checkEvents(response.body, host, rules)))
  }
}

async function* checkEvents(
  body: ReadableStream<Uint8Array>,
  host: string,
  rules: StreamRules,
): AsyncGenerator<string> {
  for await (const { data, bytesReceived } of readSse(body, host)) {
    if (data === END_OF_STREAM) {
      yield `data: ${data}\n\n`
      continue
    }
    const object = parseObject(data)
    if (object === undefined) throw transportError({ kind: 'malformed', host, bytesReceived })
    const failure = failureOf(object, rules)
    if (failure !== undefined) throw toFailure(failure, { host, bytesReceived })
    const translated = rules.translate?.(object) ?? object
    const { type } = translated
    const name = typeof type === 'string' ? `event: ${type}\n` : ''
    yield `${name}data: ${translated === object ? data : JSON.stringify(translated)}\n\n`
  }
}

export function parseObject(text: string): StreamObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as StreamObject) : undefined
  } catch {
    return undefined
  }
}

function failureOf(object: StreamObject, { failureIn }: StreamRules): StreamObject | undefined {
  const own = failureIn?.(object)
  if (own !== undefined) return own
  const { error } = object
  return error === undefined || error === null ? undefined : object
}

/** A failure that is reported in a form of its own is a failure all the same. */
export function toFailure(
  report: StreamObject,
  where: { readonly host: string; readonly bytesReceived: number },
): Error {
  return (
    toErrorInStream(JSON.stringify(report), where) ?? transportError({ kind: 'error-in-stream', ...where })
  )
}

/** Pulled one piece at a time: whoever is slow slows the provider. */
export function toBody(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await texts.next()
          if (done) controller.close()
          else controller.enqueue(encoder.encode(value))
        } catch (cause) {
          controller.error(cause)
        }
      },
      cancel: async () => {
        await texts.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
