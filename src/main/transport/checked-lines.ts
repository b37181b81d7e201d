import { parseObject, toBody, toFailure } from './checked-stream'
import { transportError } from './transport-fault'
import { withBody } from './with-body'

type Fetch = typeof globalThis.fetch

/** The same as `createCheckedFetch` for a stream of JSON lines. `ending` is added to one that merely ends. */
export function createCheckedLinesFetch(
  fetch: Fetch,
  { isEnding, ending }: { readonly isEnding: (object: object) => boolean; readonly ending: object },
): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const isStream = response.headers.get('content-type')?.startsWith('application/x-ndjson') ?? false
    if (!isStream || response.body === null) return response
    const { host } = new URL(input instanceof Request ? input.url : input)
    const { body } = response

    async function* check(): AsyncGenerator<string> {
      let hasEnded = false
      for await (const { line, bytesReceived } of readLines(body as ReadableStream<Uint8Array>)) {
        const object = parseObject(line)
        if (object === undefined) throw transportError({ kind: 'malformed', host, bytesReceived })
        if (object['error'] !== undefined) throw toFailure(object, { host, bytesReceived })
        hasEnded ||= isEnding(object)
        yield `${line}\n`
      }
      if (!hasEnded) yield `${JSON.stringify(ending)}\n`
    }
    return withBody(response, toBody(check()))
  }
}

async function* readLines(body: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder()
  let rest = ''
  let bytesReceived = 0
  for await (const bytes of body) {
    bytesReceived += bytes.byteLength
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') yield { line, bytesReceived }
  }
  const last = rest + decoder.decode()
  if (last.trim() !== '') yield { line: last, bytesReceived }
}
