import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'

import { describe, expect, it } from 'vitest'

import { textReply } from '../../../emulators/vertex/reply-script'
import { LARGEST_BODY } from './read-body'
import { openApi, TOKEN } from './testing/open-api'

/** Sends these bytes, and resolves with all that is answered until the connection ends. */
function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(bytes))
    let said = ''
    socket.setEncoding('utf8').on('data', (piece: string) => (said += piece))
    socket.on('end', () => resolve(said)).on('error', reject)
  })
}

const statusOf = (said: string): number => Number(said.split(' ')[1])

function head(port: number, lines: readonly string[] = [], first = 'GET /v1/models HTTP/1.1'): string {
  const host = lines.some((line) => /^host:/i.test(line)) ? [] : [`Host: 127.0.0.1:${port}`]
  const key = lines.some((line) => /^authorization:/i.test(line)) ? [] : [`Authorization: Bearer ${TOKEN}`]
  return [first, ...host, ...key, ...lines, 'Connection: close', '', ''].join('\r\n')
}

/** As far as it is good. */
const POST = `POST /run_stream HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nAuthorization: Bearer ${TOKEN}\r\n`

describe('the local API', () => {
  it.each([
    [200, []],
    [200, ['Host: localhost:PORT']],
    [403, ['Host: rebound.example:PORT']],
    [403, ['Host: 127.0.0.1']],
    [403, ['Host: 127.0.0.1:PORT', 'Host: 127.0.0.1:PORT']],
    [403, ['Origin: https://evil.example']],
    [403, ['Origin: null']],
    [403, ['Origin: http://127.0.0.1:PORT']],
    [403, ['Sec-Fetch-Site: cross-site']],
    [401, ['Authorization: Bearer nagare-wrong']],
    [401, ['Authorization: Basic bmFnYXJlOg==']],
    [401, [`Authorization: ${TOKEN}`]],
    [401, [`Authorization: Bearer ${TOKEN}0`]],
    [401, [`Authorization: no`, `Cookie: token=${TOKEN}`]],
    [401, ['Authorization: Bearer nagare-wrong', `Authorization: Bearer ${TOKEN}`]],
    [403, ['Sec-Fetch-Site: none', 'Sec-Fetch-Site: cross-site']],
  ] as const)('answers %i to %j', async (status, lines) => {
    const { port } = await openApi()
    const said = await sendRaw(
      port,
      head(
        port,
        lines.map((line) => line.replace('PORT', String(port))),
      ),
    )
    expect(statusOf(said)).toBe(status)
    expect(said).not.toMatch(/access-control-|set-cookie/i)
    expect(said).toContain('"' + (status === 200 ? 'data' : 'error') + '"')
  })

  it('is reached by no other address of this computer', async () => {
    const { port } = await openApi()
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
    const reached = others.map(
      ({ address }) =>
        new Promise((resolve) => {
          const socket = connect({ host: address, port }, () => resolve(address))
          socket.on('error', () => resolve('refused')).on('connect', () => socket.destroy())
        }),
    )
    expect(await Promise.all(reached)).toEqual(others.map(() => 'refused'))
  })

  it('grants no page the right to ask', async () => {
    const { port } = await openApi()
    const lines = ['Origin: https://evil.example', 'Access-Control-Request-Method: POST', 'Authorization: no']
    const said = await sendRaw(port, head(port, lines, 'OPTIONS /v1/chat/completions HTTP/1.1'))
    expect([statusOf(said), /access-control-/i.test(said)]).toEqual([403, false])
  })

  it.each([
    [400, 'GET /v1/models HTTP/1.1\r\nAuthorization: Bearer x\r\n\r\n'],
    [400, 'nonsense\r\n\r\n'],
    [431, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(70_000)}\r\n\r\n`],
    // Two readers would see two ends of it: what one takes for the body, the other takes for a request.
    [400, `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    [400, `${POST}Content-Length: 5\r\nContent-Length: 50\r\n\r\nhello`],
    [400, `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    [400, `${POST}Origin : https://evil.example\r\n\r\n`],
    [400, `${POST}X: a\0b\r\n\r\n`],
  ])('answers %i to what is no request', async (status, bytes) => {
    const { port, emulator } = await openApi()
    const said = await sendRaw(port, bytes.replace('PORT', String(port)))
    expect([statusOf(said), said.match(/HTTP\/1\.1 /g)?.length, emulator.requests]).toEqual([status, 1, []])
  })

  it.each([
    ['GET /run_stream?message=x HTTP/1.1', 405],
    ['POST /v1/models HTTP/1.1', 405],
    ['GET / HTTP/1.1', 404],
    ['GET /v1/../v1/secret HTTP/1.1', 404],
    ['GET http://elsewhere.example/v1/models HTTP/1.1', 404],
    ['GET //v1/models HTTP/1.1', 404],
  ] as const)('answers %j with %i', async (first, status) => {
    const { port } = await openApi()
    expect(statusOf(await sendRaw(port, head(port, [], first)))).toBe(status)
  })

  it('takes JSON alone, and not too much of it', async () => {
    const { origin, emulator } = await openApi()
    const post = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
      fetch(`${origin}/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': type },
        body,
      })
    const long = JSON.stringify({
      model: 'default',
      messages: [{ role: 'user', content: 'x'.repeat(LARGEST_BODY) }],
    })
    const statuses = [
      await post('{}', 'text/plain'),
      await post('model=default', 'application/x-www-form-urlencoded'),
      await post('{', 'application/json'),
      await post('[]', 'application/json'),
      await post(Uint8Array.of(0x22, 0xff, 0x22), 'application/json'),
      await post(long, 'application/json'),
    ].map(({ status }) => status)
    expect([statuses, emulator.requests]).toEqual([[415, 415, 400, 400, 400, 413], []])
    // Without a length, too.
    const chunked = await fetch(`${origin}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: new Blob([long]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(chunked.status).toBe(413)
  })

  it('limits how often it is asked, and lets strangers use up nothing of that', async () => {
    const { origin } = await openApi()
    const list = async (token: string) =>
      (await fetch(`${origin}/v1/models`, { headers: { authorization: `Bearer ${token}` } })).status
    const strangers: number[] = []
    for (let count = 0; count < 100; count++) strangers.push(await list('wrong'))
    expect([strangers[0], strangers.at(-1)]).toEqual([401, 429])
    const known: number[] = []
    while (known.length < 2_000 && known.at(-1) !== 429) known.push(await list(TOKEN))
    expect([known[0], known.at(-1)]).toEqual([200, 429])
    const refused = await fetch(`${origin}/v1/models`, { headers: { authorization: `Bearer ${TOKEN}` } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('gives only so many answers at once', async () => {
    const { origin, emulator } = await openApi()
    const leave = new AbortController()
    const ask = () =>
      fetch(`${origin}/run_stream`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}` },
        signal: leave.signal,
      })
    const asked = Array.from({ length: 8 }, () => {
      emulator.script({ ...textReply('ab', { charsPerChunk: 1 }), fault: { kind: 'stall', afterChunks: 1 } })
      return ask()
    })
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect((await ask()).status).toBe(429)
    leave.abort()
    await expect.poll(() => emulator.requests.every(({ closedBy }) => closedBy === 'client')).toBe(true)
    expect(emulator.requests).toHaveLength(8)
  })
})

it('ends what is being answered when it is closed', async () => {
  const { origin, emulator, close } = await openApi()
  emulator.script({ ...textReply('ab', { charsPerChunk: 1 }), fault: { kind: 'stall', afterChunks: 1 } })
  const answer = await fetch(`${origin}/run_stream`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}` },
  })
  const reading = answer.text()
  await Promise.all([close(), expect(reading).rejects.toThrow()])
  await expect.poll(() => emulator.requests[0]?.closedBy).toBe('client')
})

describe('/run_stream', () => {
  async function ask(query: string, script = textReply('one two three', { charsPerChunk: 4, delayMs: 15 })) {
    const api = await openApi()
    api.emulator.script(script)
    const answer = await fetch(`${api.origin}/run_stream${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    return { ...api, answer }
  }

  it('asks about baseball by default, and answers in chunks of plain text', async () => {
    const { port, emulator } = await openApi()
    emulator.script(textReply('one two three', { charsPerChunk: 4, delayMs: 15 }))
    const said = await sendRaw(port, head(port, [], 'POST /run_stream HTTP/1.1'))
    expect(said).toMatch(/transfer-encoding: chunked/i)
    expect(said).toMatch(/content-type: text\/plain; charset=utf-8/i)
    expect(said.endsWith('0\r\n\r\n')).toBe(true)
    expect(JSON.stringify(emulator.requests[0]?.body)).toContain('What is baseball?')
  })

  it.each(['?message=', ''])('asks about baseball for an empty message, too: %j', async (query) => {
    const { answer, emulator } = await ask(query)
    await answer.text()
    expect(JSON.stringify(emulator.requests[0]?.body)).toContain('What is baseball?')
  })

  it('takes a message and a separator from the address', async () => {
    const { answer, emulator, calls } = await ask(
      `?message=${encodeURIComponent('野球とは？')}&separator=%7C`,
    )
    const text = await answer.text()
    expect([text.replaceAll('|', ''), text.split('|').length > 1, text.endsWith('|')]).toEqual([
      'one two three',
      true,
      false,
    ])
    expect(JSON.stringify(emulator.requests[0]?.body)).toContain('野球とは？')
    await expect.poll(() => calls.read()).toMatchObject([{ path: '/run_stream', status: 200, answered: 13 }])
    expect(JSON.stringify(calls.read())).not.toContain('野球')
  })

  it('lists no more of an unknown model than an id has room for', async () => {
    const { answer, calls } = await ask(`?model=${'x'.repeat(5_000)}`)
    await answer.text()
    await expect.poll(() => calls.read()).toMatchObject([{ status: 404, modelId: 'x'.repeat(200) }])
  })

  it('breaks off where the provider did, and refuses in JSON what never began', async () => {
    const broken = await ask('', {
      ...textReply('one two three', { charsPerChunk: 4, delayMs: 15 }),
      fault: { kind: 'reset', afterChunks: 2 },
    })
    await expect(broken.answer.text()).rejects.toThrow()
    const refused = await ask('', { chunks: [], fault: { kind: 'status', status: 403 } })
    expect([refused.answer.status, await refused.answer.json()]).toMatchObject([
      403,
      { error: { code: 'permission-denied' } },
    ])
  })
})
