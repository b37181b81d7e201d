import { Readable } from 'node:stream'

import { type ClientRequest, type IncomingMessage, net, type Session } from 'electron'

/** Who the app is to a proxy that asks. */
export type ProxyLogin = () => { readonly user: string; readonly password: string } | undefined

/** Responses that have no body by definition; `Response` refuses one. */
const BODILESS = [101, 204, 205, 304]

const PROXY_LOGIN_REQUIRED = 407

/**
 * A fetch over Chromium's network stack that answers a proxy which asks for a password. Electron's own `fetch` is made of
 * the same `net.request`, but cannot answer one: electron/electron#44249.
 */
export function createNetworkFetch(session: Session, login: ProxyLogin): typeof globalThis.fetch {
  return async (input, init) => {
    const wanted = new Request(input, init)
    const body = wanted.body === null ? undefined : Buffer.from(await wanted.arrayBuffer())
    const { signal } = wanted
    signal.throwIfAborted()
    return new Promise((resolve, reject) => {
      const request = openRequest(session, wanted)
      signal.addEventListener('abort', () => {
        request.abort()
        reject(signal.reason as Error)
      })
      request.on('login', answerOnce(login))
      request.on('response', (response) => {
        // Only a proxy says this, when it was not told who asks or did not like it.
        if (response.statusCode !== PROXY_LOGIN_REQUIRED) return resolve(toResponse(response, wanted.method))
        reject(new Error('net::ERR_PROXY_AUTH_REQUESTED'))
        // What nobody reads may still fail, and nobody listening would be a crash.
        response.on('error', () => undefined)
        request.abort()
      })
      request.on('error', reject)
      request.end(body)
    })
  }
}

function openRequest(session: Session, { url, method, headers }: Request): ClientRequest {
  const request = net.request({
    session,
    url,
    method,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
  })
  headers.forEach((value, name) => request.setHeader(name, value))
  return request
}

/** A proxy that asks again did not like the answer; without one, it refuses. A server is never told a password. */
export function answerOnce(login: ProxyLogin): (info: Electron.AuthInfo, answer: Answer) => void {
  let isAsked = false
  return ({ isProxy }, answer) => {
    const known = isProxy && !isAsked ? login() : undefined
    isAsked = true
    if (known === undefined) answer()
    else answer(known.user, known.password)
  }
}

export interface SharedLogin {
  readonly answer: (info: Electron.AuthInfo, answer: Answer) => void
  /** New requests follow. */
  readonly renew: () => void
}

/**
 * The same for requests that are made elsewhere and cannot be told from one another: one after the other may ask, but a proxy
 * that goes on asking is given up.
 */
export function shareLogin(login: ProxyLogin): SharedLogin {
  let left = MOST_QUESTIONS
  return {
    answer: ({ isProxy }, answer) => {
      const known = isProxy && left > 0 ? login() : undefined
      left -= 1
      if (known === undefined) answer()
      else answer(known.user, known.password)
    },
    renew: () => (left = MOST_QUESTIONS),
  }
}

const MOST_QUESTIONS = 4

type Answer = (user?: string, password?: string) => void

function toResponse(message: IncomingMessage, method: string): Response {
  const { statusCode: status, statusMessage: statusText } = message
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) headers.set(name, [value].flat().join(', '))
  const hasBody = method !== 'HEAD' && !BODILESS.includes(status)
  const body = hasBody ? (Readable.toWeb(message as unknown as Readable) as ReadableStream) : null
  return new Response(body, { status, statusText, headers })
}
