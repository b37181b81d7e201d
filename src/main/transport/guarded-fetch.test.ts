import { setImmediate as immediate } from 'node:timers/promises'
import { inspect } from 'node:util'

import { afterEach, expect, it, vi } from 'vitest'

import { createGuardedFetch, type GuardedFetchOptions } from './guarded-fetch'
import { caught } from './testing/caught'
import { createHandClock } from './testing/hand-clock'
import { serve, type LocalServer } from './testing/serve'
import { toTransportFault } from './transport-fault'

const LIMITS = { headersMs: 5000, idleMs: 2000 }

const servers: LocalServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function start(...answer: Parameters<typeof serve>): Promise<LocalServer> {
  const server = await serve(...answer)
  servers.push(server)
  return server
}

function guard(options: Partial<GuardedFetchOptions> = {}) {
  return createGuardedFetch({ fetch: globalThis.fetch, limits: LIMITS, ...options })
}

async function readOne(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const { value } = await reader.read()
  return { reader, text: new TextDecoder().decode(value) }
}

it('passes a good answer on unchanged, for a string, a URL and a Request', async () => {
  const server = await start((request, response) => {
    response.writeHead(201, { 'x-kept': 'yes' }).end(`${request.method} ${request.url}`)
  })
  const fetch = guard()
  const url = `${server.origin}/path?q=1`
  const responses = [
    await fetch(url),
    await fetch(new URL(url)),
    await fetch(new Request(url, { method: 'POST' })),
  ]
  const seen = responses.map(async (response) => ({
    status: response.status,
    url: response.url,
    kept: response.headers.get('x-kept'),
    text: await response.text(),
  }))
  const expected = { status: 201, url, kept: 'yes' }
  expect(await Promise.all(seen)).toEqual([
    { ...expected, text: 'GET /path?q=1' },
    { ...expected, text: 'GET /path?q=1' },
    { ...expected, text: 'POST /path?q=1' },
  ])
})

it('hands on each piece when it arrives, not when the answer is whole', async () => {
  let finish: () => void = () => undefined
  const server = await start((_, response) => {
    response.write('first')
    finish = () => response.end('last')
  })
  const { reader, text } = await readOne(await guard()(server.origin))
  expect(text).toBe('first')
  finish()
  const { value } = await reader.read()
  expect(new TextDecoder().decode(value)).toBe('last')
})

it('gives up when no answer begins within the limit, and closes the socket', async () => {
  const clock = createHandClock()
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const server = await start(() => arrive())
  const failure = caught(guard({ clock })(server.origin))
  await arrived
  clock.pass(LIMITS.headersMs)
  expect(toTransportFault(await failure)).toEqual({
    kind: 'no-headers',
    silentSeconds: 5,
    host: server.host,
    bytesReceived: 0,
  })
  await server.disconnected()
})

it('gives up when an answer falls silent, counting from the last byte, and closes the socket', async () => {
  const clock = createHandClock()
  let write: (text: string) => void = () => undefined
  const server = await start((_, response) => {
    write = (text) => response.write(text)
    write('12345')
  })
  const { reader } = await readOne(await guard({ clock })(server.origin))
  const second = reader.read()
  await immediate()
  clock.pass(LIMITS.idleMs - 1)
  write('678')
  await second
  const third = reader.read()
  await immediate()
  clock.pass(LIMITS.idleMs - 1)
  const state = await Promise.race([
    third.then(
      () => 'settled',
      () => 'settled',
    ),
    Promise.resolve('waiting'),
  ])
  expect(state).toBe('waiting')
  clock.pass(1)
  expect(toTransportFault(await caught(third))).toEqual({
    kind: 'stalled',
    silentSeconds: 2,
    host: server.host,
    bytesReceived: 8,
  })
  await server.disconnected()
})

it('does not take a reader that pauses for a provider that is silent', async () => {
  const clock = createHandClock()
  const server = await start((_, response) => {
    response.write('first')
    setTimeout(() => response.end('last'), 20)
  })
  const { reader } = await readOne(await guard({ clock })(server.origin))
  clock.pass(LIMITS.idleMs * 10)
  const { value } = await reader.read()
  expect(new TextDecoder().decode(value)).toBe('last')
})

it('leaves no timer behind, however a request ends', async () => {
  const clock = createHandClock()
  const server = await start((request, response) => {
    if (request.url === '/bad') response.writeHead(500).end('no')
    else response.end('yes')
  })
  const fetch = guard({ clock })
  await (await fetch(server.origin)).text()
  await caught(fetch(`${server.origin}/bad`))
  await caught(fetch('http://127.0.0.1:1'))
  await (await fetch(server.origin)).body?.cancel()
  expect(clock.waiting()).toBe(0)
})

it('ends with the caller’s own reason when the caller aborts, and closes the socket', async () => {
  const server = await start((_, response) => response.write('first'))
  const stop = new AbortController()
  const { reader } = await readOne(await guard()(server.origin, { signal: stop.signal }))
  const failure = caught(reader.read())
  const reason = new Error('enough')
  stop.abort(reason)
  expect(await failure).toBe(reason)
  await server.disconnected()
})

it('does not even ask when the caller has already aborted', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>()
  const reason = new Error('enough')
  expect(await caught(guard({ fetch })('http://host/', { signal: AbortSignal.abort(reason) }))).toBe(reason)
  expect(fetch).not.toHaveBeenCalled()
})

it('ends at once even if the fetch below ignores the signal', async () => {
  const stop = new AbortController()
  const never: typeof globalThis.fetch = () => new Promise(() => undefined)
  const failure = caught(guard({ fetch: never })('http://host/', { signal: stop.signal }))
  const reason = new Error('enough')
  stop.abort(reason)
  expect(await failure).toBe(reason)
})

it('cancels the body at once even if the fetch below ignores the signal', async () => {
  const cancel = vi.fn()
  const fetch: typeof globalThis.fetch = async () => new Response(new ReadableStream({ cancel }))
  const stop = new AbortController()
  const response = await guard({ fetch })('http://host/', { signal: stop.signal })
  const failure = caught(response.text())
  const reason = new Error('enough')
  stop.abort(reason)
  expect(await failure).toBe(reason)
  expect(cancel).toHaveBeenCalledWith(reason)
})

it('lets go of the caller’s signal when the answer is over', async () => {
  const server = await start((_, response) => response.end('all'))
  const stop = new AbortController()
  const remove = vi.spyOn(stop.signal, 'removeEventListener')
  await (await guard()(server.origin, { signal: stop.signal })).text()
  expect(remove).toHaveBeenCalled()
})

it.each<[string, typeof globalThis.fetch]>([
  ['has no body', async () => new Response(null, { status: 204 })],
  ['never came', async () => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED'))],
])('lets go of the caller’s signal when the answer %s', async (_, fetch) => {
  const stop = new AbortController()
  const remove = vi.spyOn(stop.signal, 'removeEventListener')
  const add = vi.spyOn(stop.signal, 'addEventListener')
  await guard({ fetch })('http://host/', { signal: stop.signal }).catch(() => undefined)
  expect(remove).toHaveBeenCalledWith('abort', add.mock.calls[0]?.[1])
})

it('tells the fetch below when the reader cancels, whatever it makes of the body', async () => {
  let signal: AbortSignal | null | undefined
  const fetch: typeof globalThis.fetch = async (_, init) => {
    signal = init?.signal
    return new Response(new ReadableStream({ cancel: () => undefined }))
  }
  const response = await guard({ fetch })('http://host/')
  await response.body?.cancel('enough')
  expect(signal?.reason).toBe('enough')
})

it.each([
  ['just as an answer begins', 200, 0],
  ['just as a refusal begins', 500, 0],
  ['while a refusal is read', 500, 1],
])('ends with the caller’s own reason when the caller aborts %s', async (_, status, turns) => {
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const cancel = vi.fn()
  const fetch: typeof globalThis.fetch = async () =>
    new Response(new ReadableStream({ start: () => arrive(), cancel }), { status })
  const stop = new AbortController()
  const answered = guard({ fetch })('http://host/', { signal: stop.signal })
  const failure = caught(answered.then((response) => response.text()))
  await arrived
  for (let turn = 0; turn < turns; turn += 1) await immediate()
  const reason = new Error('enough')
  stop.abort(reason)
  expect(await failure).toBe(reason)
  expect(cancel).toHaveBeenCalledWith(reason)
})

it('closes the socket when the reader cancels', async () => {
  const server = await start((_, response) => response.write('first'))
  const { reader } = await readOne(await guard()(server.origin))
  await reader.cancel()
  await server.disconnected()
})

it('does not pull from the provider what nobody reads', async () => {
  let pulls = 0
  const fetch: typeof globalThis.fetch = async () =>
    new Response(
      new ReadableStream(
        {
          pull: (controller) => {
            pulls++
            controller.enqueue(new Uint8Array(10))
          },
        },
        { highWaterMark: 0 },
      ),
    )
  await readOne(await guard({ fetch })('http://host/'))
  await immediate()
  expect(pulls).toBe(1)
})

it('reports a connection that breaks in the middle, with the bytes that had come', async () => {
  const server = await start((_, response) => {
    response.write('12345')
    setTimeout(() => response.socket?.resetAndDestroy(), 20)
  })
  const { reader } = await readOne(await guard()(server.origin))
  expect(toTransportFault(await caught(reader.read()))).toEqual({
    kind: 'reset',
    host: server.host,
    bytesReceived: 5,
  })
})

it('reports an answer that ends before its announced length as broken, not as whole', async () => {
  const server = await start((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('12345')
    setTimeout(() => response.socket?.end(), 20)
  })
  const failure = await caught((await guard()(server.origin)).text())
  expect(toTransportFault(failure)).toMatchObject({ kind: 'reset', bytesReceived: 5 })
})

it('reports a port where nobody listens', async () => {
  const server = await serve(() => undefined)
  await server.close()
  const failure = await caught(guard()(server.origin))
  expect(toTransportFault(failure)).toEqual({ kind: 'refused', host: server.host, bytesReceived: 0 })
})

it('keeps the provider’s own words about a refusal, and when it wants to be asked again', async () => {
  const server = await start((_, response) => {
    response.writeHead(403, { 'retry-after': '7' })
    response.end(
      JSON.stringify({
        error: {
          code: 403,
          message: 'Vertex AI API has not been used.',
          status: 'PERMISSION_DENIED',
          details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED' }],
        },
      }),
    )
  })
  expect(toTransportFault(await caught(guard()(server.origin)))).toEqual({
    kind: 'status',
    status: 403,
    retryAfterSeconds: 7,
    providerCode: 'PERMISSION_DENIED',
    providerReason: 'SERVICE_DISABLED',
    providerMessage: 'Vertex AI API has not been used.',
    host: server.host,
    bytesReceived: 0,
  })
})

it('keeps when it wants to be asked again where only the words of the refusal say so', async () => {
  const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '3.5s' }]
  const fetch: typeof globalThis.fetch = async () =>
    new Response(JSON.stringify({ error: { code: 429, details } }), { status: 429 })
  const failure = await caught(guard({ fetch })('http://host/'))
  expect(toTransportFault(failure)).toMatchObject({ status: 429, retryAfterSeconds: 4 })
})

it('reads no more of an error page than an explanation can be long', async () => {
  const server = await start((_, response) => {
    response.writeHead(502)
    const flood = () => {
      while (!response.destroyed && response.write('x'.repeat(16 * 1024)));
    }
    response.on('drain', flood)
    flood()
  })
  expect(toTransportFault(await caught(guard()(server.origin)))).toMatchObject({
    kind: 'status',
    status: 502,
  })
  await server.disconnected()
})

it('never carries a prompt to where a redirect points, whatever the caller asks for', async () => {
  const elsewhere = vi.fn((_: unknown, response: { end: () => void }) => response.end())
  const target = await start(elsewhere)
  const server = await start((_, response) => response.writeHead(307, { location: target.origin }).end())
  const prompt = { method: 'POST', body: 'prompt' }
  const faults = [
    await caught(guard()(server.origin, prompt)),
    await caught(guard()(server.origin, { ...prompt, redirect: 'follow' })),
    await caught(guard()(new Request(server.origin, { ...prompt, redirect: 'follow' }))),
  ].map(toTransportFault)
  const redirected = { kind: 'redirected', host: server.host, bytesReceived: 0 }
  expect(faults).toEqual([redirected, redirected, redirected])
  expect(elsewhere).not.toHaveBeenCalled()
})

it('puts neither prompt nor key nor token into what it throws', async () => {
  const server = await start((_, response) => {
    response.writeHead(400)
    response.end('{"error":{"message":"Bad key AIzaSyD-secret-0123456789 in Bearer ya29.secret-token"}}')
  })
  const init = {
    method: 'POST',
    body: 'secret-prompt',
    headers: { authorization: 'Bearer secret-token', 'x-goog-api-key': 'secret-key' },
  }
  const failures = [
    await caught(guard()(`${server.origin}/?key=secret-key`, init)),
    await caught(guard()('http://127.0.0.1:1/?key=secret-key', init)),
  ]
  expect(inspect(failures, { depth: 20, showHidden: true })).not.toContain('secret')
})
