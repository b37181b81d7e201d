import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { type ApiError, apiError } from './api-error'

/**
 * Whether a request may be answered at all. A page in a browser can send requests to this computer too, even under a
 * name of its own that leads here (DNS rebinding): it is told by its Host, its Origin or its fetch metadata.
 */
export function judgeRequest(
  { rawHeaders, headers }: Pick<IncomingMessage, 'rawHeaders' | 'headers'>,
  { port, token }: { readonly port: number; readonly token: string | undefined },
): ApiError | undefined {
  const hosts = valuesOf('host', rawHeaders)
  const [host = ''] = hosts
  if (hosts.length !== 1 || !isOurs(host, port)) {
    return apiError('forbidden', 'The Host of the request is not this API. Use 127.0.0.1 or localhost.')
  }
  if (valuesOf('origin', rawHeaders).length > 0 || isFromPage(headers['sec-fetch-site'])) {
    return apiError('forbidden', 'Pages in a browser may not use this API.')
  }
  const given = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(headers.authorization ?? '')?.[1]
  if (token === undefined || given === undefined || !isSame(given, token)) {
    return apiError('unauthorized', 'Send the token from the settings of Nagare: `Authorization: Bearer …`.')
  }
  return undefined
}

function isOurs(host: string, port: number): boolean {
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(host.toLowerCase())
}

/** A browser says where a request began; `none` is the user's own hand. */
function isFromPage(site: string | readonly string[] | undefined): boolean {
  return site !== undefined && site !== 'none'
}

/** Node keeps one of several, so it is not asked. */
function valuesOf(name: string, rawHeaders: readonly string[]): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name)
}

/** In the same time whatever is given, and however long it is. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
