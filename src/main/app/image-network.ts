import { Readable } from 'node:stream'

import { type IncomingMessage, net, type Session } from 'electron'

import type { ImageNetwork } from '../images/follow-redirects'
import type { NetworkWay } from './network'
import { answerOnce, type ProxyLogin } from './network-fetch'

/** The way to images: the app's own network, with its proxy, without cookies, cache or referrer. */
export function createImageNetwork({ session, login }: NetworkWay): ImageNetwork {
  return {
    resolve: async (url) => resolve(await session(), url),
    fetchOnce: async (input, init) => {
      const network = await session()
      return fetchOnce(network, String(input), { ...init, login })
    },
  }
}

interface Asked extends RequestInit {
  readonly login: ProxyLogin
}

/** Chromium's own resolver, so that the request finds in its cache what was judged here. */
async function resolve(network: Session, url: URL): Promise<readonly string[]> {
  if ((await network.resolveProxy(url.href)) !== 'DIRECT') return []
  const { endpoints } = await network.resolveHost(url.hostname)
  return endpoints.map(({ address }) => address)
}

/** Electron's fetch hides where a redirect leads, so this one asks a floor below it. */
function fetchOnce(network: Session, url: string, { login, headers, signal }: Asked): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = net.request({
      url,
      session: network,
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    for (const [name, value] of new Headers(headers)) request.setHeader(name, value)
    request.on('login', answerOnce(login))
    request.on('redirect', (status, _method, location) => {
      resolve(new Response(null, { status, headers: { location } }))
      request.abort()
    })
    request.on('response', (message) => resolve(toResponse(message)))
    request.on('error', reject)
    signal?.addEventListener('abort', () => request.abort(), { once: true })
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
