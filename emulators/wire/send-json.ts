import type { Exchange } from './exchange'
import { JSON_ARRAY } from './stream-format'

interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export function sendJson(exchange: Exchange, { status, body, headers = {} }: Answer): void {
  exchange.begin(status, { 'content-type': JSON_ARRAY.contentType, ...headers })
  const text = typeof body === 'string' ? body : `${JSON.stringify(body, null, 2)}\n`
  exchange.end(Buffer.from(text))
}
