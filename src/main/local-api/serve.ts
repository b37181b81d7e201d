import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createAllowance } from './allowance'
import { answerChat } from './answer-chat'
import { answerText } from './answer-text'
import type { Answering, ApiCore } from './answering'
import { type ApiError, apiError } from './api-error'
import type { CallLog } from './call-log'
import { judgeRequest } from './judge-request'
import { parseChat } from './parse-chat'
import { readJsonBody } from './read-body'
import { sendError, sendJson } from './sending'

export interface ServeOptions {
  /** 0 for any that is free. */
  readonly port: number
  readonly core: ApiCore
  /** Read at each request, so that a new one holds at once. */
  readonly token: () => string | undefined
  readonly calls: CallLog
  readonly onFailure: (cause: unknown) => void
}

export interface ServedApi {
  readonly port: number
  /** Stops what is being answered. */
  close(): Promise<void>
}

export type ServeLocalApi = typeof serveLocalApi

const REQUESTS_PER_MINUTE = 120
const STRANGERS_PER_MINUTE = 60
const MOST_ANSWERS = 8
/** A message travels in the address of `/run_stream`. */
const LONGEST_HEAD = 64 * 1024

const ROUTES = { '/run_stream': 'POST', '/v1/chat/completions': 'POST', '/v1/models': 'GET' } as const
type Path = keyof typeof ROUTES

/** Listens on the loopback interface alone. Rejects as Node's `listen` does, for example with `EADDRINUSE`. */
export async function serveLocalApi(options: ServeOptions): Promise<ServedApi> {
  const known = createAllowance({ perMinute: REQUESTS_PER_MINUTE, now: () => performance.now() })
  const strangers = createAllowance({ perMinute: STRANGERS_PER_MINUTE, now: () => performance.now() })
  let answering = 0

  const server = createServer(
    { maxHeaderSize: LONGEST_HEAD, headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 5_000 },
    (request, response) => void take(request, response),
  )
  server.maxConnections = 64

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = toUrl(request.url)
    const path = toPath(url)
    const call = options.calls.open(toMethod(request.method), path ?? 'other')
    const gone = new AbortController()
    response.once('close', () => {
      // Whoever leaves before the end has hung up.
      if (!response.writableFinished) gone.abort()
      call.close(response.writableFinished ? response.statusCode : HUNG_UP)
    })
    const refusal = refuse(request, url, path)
    if (refusal !== undefined) return sendError({ response }, refusal)
    answering += 1
    try {
      await answer(request, path as Path, {
        ...{ url: url as URL, core: options.core, call, response, gone: gone.signal },
      })
    } catch (cause) {
      if (gone.signal.aborted) return
      options.onFailure(cause)
      if (response.headersSent) response.destroy()
      else
        sendError({ response }, apiError('unexpected', 'Something went wrong. The log of Nagare says more.'))
    } finally {
      answering -= 1
    }
  }

  function refuse(
    request: IncomingMessage,
    url: URL | undefined,
    path: Path | undefined,
  ): ApiError | undefined {
    const { port } = server.address() as AddressInfo
    const stranger = judgeRequest(request, { port, token: options.token() })
    if (stranger !== undefined) return tooMany(strangers.take()) ?? stranger
    if (url === undefined || path === undefined) {
      return apiError('not-found', `There is ${Object.keys(ROUTES).join(', ')}, and nothing else.`)
    }
    if (request.method !== ROUTES[path]) {
      return apiError('wrong-method', `Use ${ROUTES[path]}.`, { headers: { allow: ROUTES[path] } })
    }
    return tooMany(answering >= MOST_ANSWERS ? 1 : known.take())
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, resolve)
  })
  server.removeAllListeners('error').on('error', options.onFailure)

  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** As nginx calls it: the client closed the request. */
const HUNG_UP = 499

async function answer(request: IncomingMessage, path: Path, answering: Answering): Promise<void> {
  switch (path) {
    case '/run_stream':
      return answerText(answering)
    case '/v1/models':
      return sendJson(answering, { object: 'list', data: answering.core.listModels().map(toListed) })
    case '/v1/chat/completions': {
      const body = await readJsonBody(request)
      const parsed = 'json' in body ? parseChat(body.json) : body
      if ('status' in parsed) return sendError(answering, parsed)
      return answerChat(answering, parsed)
    }
  }
}

function toListed({
  id,
  connection,
}: {
  readonly id: string
  readonly connection: { readonly name: string }
}) {
  return { id, object: 'model', created: 0, owned_by: connection.name }
}

function tooMany(seconds: number | undefined): ApiError | undefined {
  if (seconds === undefined) return undefined
  return apiError('too-many', 'Too many requests at once.', { headers: { 'retry-after': String(seconds) } })
}

/** Only a path: an absolute address is for proxies, and this is none. */
function toUrl(target = ''): URL | undefined {
  if (!target.startsWith('/') || target.startsWith('//')) return undefined
  return URL.canParse(target, BASE) ? new URL(target, BASE) : undefined
}

const BASE = 'http://127.0.0.1'

function toPath(url: URL | undefined): Path | undefined {
  return url !== undefined && Object.hasOwn(ROUTES, url.pathname) ? (url.pathname as Path) : undefined
}

/** Nothing of a stranger's is repeated in the log. */
function toMethod(method = ''): string {
  return ['GET', 'POST', 'OPTIONS', 'HEAD', 'PUT', 'DELETE', 'PATCH'].includes(method) ? method : 'other'
}
