import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

import type { ApiError } from './api-error'

/** Of every answer: nobody keeps it, guesses what it is, or shows it in a page. */
export const COMMON_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const

export interface Sending {
  readonly response: ServerResponse
  /** The client hung up. */
  readonly gone: AbortSignal
}

export function sendJson({ response }: Sending, json: unknown): void {
  response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'application/json' })
  response.end(JSON.stringify(json))
}

export function sendError(
  { response }: Pick<Sending, 'response'>,
  { status, body, headers }: ApiError,
): void {
  response.writeHead(status, { ...COMMON_HEADERS, 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** Waits for a client that reads slowly. */
export async function write({ response, gone }: Sending, text: string): Promise<void> {
  if (response.write(text) || gone.aborted) return
  // Nobody waits for one that has gone.
  await once(response, 'drain', { signal: gone }).catch(() => undefined)
}
