import { Readable } from 'node:stream'

import { type IncomingMessage, net, type Session } from 'electron'

import type { ImageNetwork } from '../images/follow-redirects'

/** The way to images: the app's own network, with the system's proxy, without cookies, cache or referrer. */
export function createImageNetwork(network: () => Session): ImageNetwork {
  return {
    resolve: (url) => resolve(network(), url),
    fetchOnce: (input, init) => fetchOnce(network(), String(input), init),
  }
}

/** Chromium's own resolver, so that the request finds in its cache what was judged here. */
async function resolve(network: Session, url: URL): Promise<readonly string[]> {
  if ((await network.resolveProxy(url.href)) !== 'DIRECT') return []
  const { endpoints } = await network.resolveHost(url.hostname)
  return endpoints.map(({ address }) => address)
}

/** Electron's fetch hides where a redirect leads, so this one asks a floor below it. */
function fetchOnce(network: Session, url: string, init: RequestInit = {}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = net.request({
      url,
      session: network,
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    for (const [name, value] of new Headers(init.headers)) request.setHeader(name, value)
    request.on('redirect', (status, _method, location) => {
      resolve(new Response(null, { status, headers: { location } }))
      request.abort()
    })
    request.on('response', (message) => resolve(toResponse(message)))
    request.on('error', reject)
    init.signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.end()
  })
}

function toResponse(message: IncomingMessage): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) {
    for (const each of [value].flat()) headers.append(name, each)
  }
  // It is a stream of Node, which Electron's types leave out.
  const body = Readable.toWeb(message as unknown as Readable) as ReadableStream<Uint8Array<ArrayBuffer>>
  const { statusCode: status } = message
  const isEmpty = status === 204 || status === 205 || status === 304
  return new Response(isEmpty ? null : body, { status, headers })
}
