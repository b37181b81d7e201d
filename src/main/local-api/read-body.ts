import type { IncomingMessage } from 'node:http'

import { type ApiError, apiError } from './api-error'

/** Bytes. */
export const LARGEST_BODY = 8 * 1024 * 1024

/** The JSON of a request, or why there is none. A form, which any page may send without asking, is none. */
export async function readJsonBody(request: IncomingMessage): Promise<{ readonly json: unknown } | ApiError> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return apiError('wrong-type', 'Send JSON, as `Content-Type: application/json`.')
  }
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return tooLarge()
  const pieces: Buffer[] = []
  let length = 0
  // Left early, the rest is passed over by Node: to break the connection would take the refusal with it.
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > LARGEST_BODY) return tooLarge()
    pieces.push(piece)
  }
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))) }
  } catch {
    return apiError('bad-request', 'The body is not JSON.')
  }
}

function tooLarge(): ApiError {
  return apiError('too-large', `The body is larger than ${LARGEST_BODY} bytes.`)
}
