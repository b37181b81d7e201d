import { toErrorInStream } from '../../transport/error-in-stream'
import { readSse } from '../../transport/read-sse'
import { transportError } from '../../transport/transport-fault'
import { geminiResponse, type GeminiResponse } from './gemini-response'

/** Every response object of an answer, as it comes. Throws a `TransportFault` for one that is none or reports a failure. */
export async function* readGeminiStream(
  body: ReadableStream<Uint8Array>,
  host: string,
): AsyncGenerator<GeminiResponse, void, undefined> {
  for await (const { data, bytesReceived } of readSse(body, host)) {
    const json = parseJson(data)
    if (typeof json === 'object' && json !== null && 'error' in json) {
      const error = toErrorInStream(data, { host, bytesReceived })
      if (error) throw error
    }
    const response = geminiResponse.safeParse(json)
    if (!response.success) throw transportError({ kind: 'malformed', host, bytesReceived })
    yield response.data
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
