import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** One request and what became of it. Times are milliseconds since the epoch and fill in as they happen. */
export interface SeenRequest {
  readonly method: string
  /** The host the client meant: `x-original-host` where a rerouting fetch set it, else `Host`. */
  readonly host: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Parsed JSON, or the fields of a form. */
  readonly body: unknown
  readonly startedAt: number
  readonly status?: number
  /** Body bytes handed to the socket. */
  readonly sentBytes: number
  readonly firstByteAt?: number
  /** The latest body byte so far. */
  readonly lastByteAt?: number
  readonly closedBy?: 'client' | 'emulator'
  readonly closedAt?: number
}

/** The emulator's own view of a seen request. */
export type RequestRecord = { -readonly [Field in keyof SeenRequest]: SeenRequest[Field] }

export function recordRequest(request: IncomingMessage): RequestRecord {
  const { method = '', url = '', headers } = request
  const meantHost = headers['x-original-host']
  return {
    method,
    host: typeof meantHost === 'string' ? meantHost : (headers.host ?? ''),
    path: url,
    headers,
    body: undefined,
    startedAt: epochNow(),
    sentBytes: 0,
  }
}

/** Finer than `Date.now()`, and on the same clock as a page's `performance.timeOrigin + performance.now()`. */
export function epochNow(): number {
  return performance.timeOrigin + performance.now()
}

/** Throws a `SyntaxError` where the body claims to be JSON and is not. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const text = Buffer.concat(pieces).toString('utf8')
  if (text === '') return undefined
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text))
  return JSON.parse(text) as unknown
}
