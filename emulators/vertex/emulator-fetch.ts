import type { IncomingMessage } from 'node:http'
import { request as openRequest, type RequestOptions } from 'node:https'

import type { VertexEmulator } from './vertex-emulator'

/** A `fetch` that reaches the emulator at every `*.googleapis.com` address, and refuses the real network. */
export function createEmulatorFetch(emulator: Pick<VertexEmulator, 'origin' | 'ca'>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const asked = new URL(request.url)
    if (!isGoogle(asked) && asked.origin !== emulator.origin) {
      throw new TypeError('fetch failed', { cause: new Error(`${asked.host} is not emulated`) })
    }
    const { hostname, port } = new URL(emulator.origin)
    const answer = await send(Buffer.from(await request.arrayBuffer()), request.signal, {
      hostname,
      port,
      ca: emulator.ca,
      agent: false,
      path: `${asked.pathname}${asked.search}`,
      method: request.method,
      headers: { ...Object.fromEntries(request.headers), 'x-original-host': asked.host },
    })
    return toResponse(answer, request.signal)
  }
}

function isGoogle(url: URL): boolean {
  return url.protocol === 'https:' && url.hostname.endsWith('.googleapis.com')
}

function send(body: Buffer, signal: AbortSignal, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const request = openRequest(options, resolve)
    signal.addEventListener('abort', () => request.destroy(), { once: true })
    request.on('error', (cause) =>
      reject(signal.aborted ? signal.reason : new TypeError('fetch failed', { cause })),
    )
    request.end(body)
  })
}

function toResponse(answer: IncomingMessage, signal: AbortSignal): Response {
  const { statusCode = 0, statusMessage = '', headers } = answer
  const init = { status: statusCode, statusText: statusMessage, headers: Object.entries(headers).map(toPair) }
  return new Response(statusCode === 204 ? null : toBody(answer, signal), init)
}

function toPair([name, value]: [string, string | readonly string[] | undefined]): [string, string] {
  return [name, typeof value === 'string' ? value : (value ?? []).join(', ')]
}

function toBody(answer: IncomingMessage, signal: AbortSignal): ReadableStream<Uint8Array> {
  const reading: AsyncIterator<Buffer> = answer[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reading.next()
        if (done) controller.close()
        else controller.enqueue(new Uint8Array(value))
      } catch (cause) {
        controller.error(signal.aborted ? signal.reason : new TypeError('terminated', { cause }))
      }
    },
    cancel() {
      answer.destroy()
    },
  })
}
