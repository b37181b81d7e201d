import type { IncomingMessage, RequestListener } from 'node:http'

import { afterEach, describe, expect, it } from 'vitest'

import { type LocalServer, serve } from '../transport/testing/serve'
import { createImageLoader } from './load-image'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const PUBLIC = '93.184.215.14'

let server: LocalServer | undefined
afterEach(() => server?.close())

interface Arranged {
  readonly load: (address: string) => ReturnType<ReturnType<typeof createImageLoader>>
  readonly heard: readonly IncomingMessage[]
}

/** A loader to which every host is the server of this test, and every name has that address. */
async function arrange(answer: RequestListener, addresses: readonly string[] = [PUBLIC]): Promise<Arranged> {
  const heard: IncomingMessage[] = []
  const here = await serve((request, response) => {
    heard.push(request)
    answer(request, response)
  })
  server = here
  const load = createImageLoader({
    fetchOnce: (input, init) => {
      const { pathname, search } = new URL(String(input))
      return fetch(here.origin + pathname + search, { ...init, redirect: 'manual' })
    },
    resolve: async () => addresses,
  })
  return { load, heard }
}

describe('createImageLoader', () => {
  it.each([
    ['image/png', PNG],
    ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['image/gif', Buffer.from('GIF89a......')],
    ['image/webp', Buffer.from('RIFF....WEBP....')],
    ['image/avif', Buffer.from('....ftypavif....')],
  ])('knows %s by its first bytes, whatever its host calls it', async (type, bytes) => {
    const { load } = await arrange((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(bytes),
    )
    expect(await load('https://pictures.example/x')).toEqual({
      outcome: 'loaded',
      type,
      bytes: new Uint8Array(bytes),
    })
  })

  it.each([
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['nothing', ''],
    ['half a signature', '\u0089PN'],
  ])('takes no %s for an image', async (_name, body) => {
    const { load } = await arrange((_, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end(body),
    )
    expect(await load('https://pictures.example/x.png')).toEqual({ outcome: 'not-an-image' })
  })

  it('tells the host nothing but which image is wanted', async () => {
    const { load, heard } = await arrange((_, response) => response.end(PNG))
    await load('https://pictures.example/x.png?size=1#part')
    const [request] = heard
    expect([request?.method, request?.url]).toEqual(['GET', '/x.png?size=1'])
    expect(Object.keys(request?.headers ?? {})).not.toEqual(expect.arrayContaining(['cookie']))
    expect(request?.headers).not.toHaveProperty('referer')
    expect(request?.headers).not.toHaveProperty('authorization')
  })

  it.each(['127.0.0.1', '10.0.0.8', '::1', 'fd00::1'])(
    'asks nobody when a name turns out to be %s',
    async (address) => {
      const { load, heard } = await arrange((_, response) => response.end(PNG), [PUBLIC, address])
      expect(await load('https://pictures.example/x.png')).toEqual({ outcome: 'private-host' })
      expect(heard).toEqual([])
    },
  )

  it('goes where a host sends it on', async () => {
    const { load, heard } = await arrange(({ url }, response) => {
      if (url === '/x.png') response.writeHead(302, { location: '/y.png' }).end()
      else response.end(PNG)
    })
    expect(await load('https://pictures.example/x.png')).toMatchObject({ outcome: 'loaded' })
    expect(heard.map(({ url }) => url)).toEqual(['/x.png', '/y.png'])
  })

  it.each([
    ['http://127.0.0.1/admin', 'private-host'],
    ['http://[::ffff:10.0.0.1]/', 'private-host'],
    ['http://169.254.169.254/latest/meta-data/', 'private-host'],
    ['file:///etc/passwd', 'not-allowed'],
    ['https://name:word@pictures.example/x.png', 'not-allowed'],
    ['data:image/png;base64,iVBORw0KGgo=', 'not-allowed'],
    ['http://[', 'not-allowed'],
  ])('is not led to %s', async (location, outcome) => {
    const { load, heard } = await arrange((_, response) => response.writeHead(302, { location }).end())
    expect(await load('https://pictures.example/x.png')).toEqual({ outcome })
    expect(heard).toHaveLength(1)
  })

  it('does not go round in circles', async () => {
    const { load, heard } = await arrange((_, response) =>
      response.writeHead(302, { location: '/x.png' }).end(),
    )
    expect(await load('https://pictures.example/x.png')).toEqual({ outcome: 'too-many-redirects' })
    expect(heard).toHaveLength(6)
  })

  it('stops reading what is larger than it says', async () => {
    let isClosed = false
    const { load } = await arrange((_, response) => {
      response.on('close', () => (isClosed = true))
      response.write(PNG)
      const more = setInterval(() => response.write(Buffer.alloc(1024 * 1024)), 1)
      response.on('close', () => clearInterval(more))
    })
    expect(await load('https://pictures.example/x.png')).toEqual({ outcome: 'too-large' })
    await server?.disconnected()
    expect(isClosed).toBe(true)
  })

  it('does not begin with what is larger by its own account', async () => {
    const { load } = await arrange((_, response) => {
      response.writeHead(200, { 'content-length': String(11 * 1024 * 1024) }).write(PNG)
    })
    expect(await load('https://pictures.example/x.png')).toEqual({ outcome: 'too-large' })
  })

  it.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [403, 'refused-by-host'],
    [500, 'refused-by-host'],
  ])('says what a %i means', async (status, outcome) => {
    const { load } = await arrange((_, response) => response.writeHead(status).end())
    expect(await load('https://pictures.example/x.png')).toEqual({ outcome })
  })

  it('says that a host is not there', async () => {
    const { load } = await arrange((_, response) => response.destroy())
    expect(await load('https://pictures.example/x.png')).toEqual({ outcome: 'unreachable' })
  })

  it('never throws for an address that is none', async () => {
    const { load } = await arrange((_, response) => response.end(PNG))
    expect(await load('http://[')).toEqual({ outcome: 'not-allowed' })
  })
})
