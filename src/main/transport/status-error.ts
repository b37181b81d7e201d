import { readProviderError } from './provider-error'
import { toRetryAfterSeconds } from './retry-after'
import { transportError } from './transport-fault'

/** No provider explains itself at greater length. */
const LONGEST_ERROR_BYTES = 64 * 1024

interface FailedResponse {
  readonly response: Response
  readonly body: ReadableStream<Uint8Array> | null
  readonly host: string
  readonly nowEpoch: number
}

/** Reads a failed response once, and no more of it than an explanation can be long. */
export async function toStatusError({ response, body, host, nowEpoch }: FailedResponse): Promise<Error> {
  const text = body ? await readBounded(body) : ''
  const { words, retryAfterSeconds: inBody } = readProviderError(text)
  const retryAfterSeconds = toRetryAfterSeconds(response.headers, nowEpoch) ?? inBody
  return transportError({
    kind: 'status',
    status: response.status,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...words,
    host,
    bytesReceived: 0,
  })
}

/** A body that breaks off leaves what had come: the status alone says enough. */
async function readBounded(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  let bytes = 0
  try {
    while (bytes < LONGEST_ERROR_BYTES) {
      const { done, value } = await reader.read()
      if (done) break
      bytes += value.byteLength
      text += decoder.decode(value, { stream: true })
    }
    await reader.cancel()
  } catch {
    return text
  }
  return text
}
