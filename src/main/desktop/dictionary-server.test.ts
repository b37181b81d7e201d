import { request } from 'node:http'

import { afterEach, expect, it } from 'vitest'

import { createDictionaryServer } from './dictionary-server'

const outcomes: unknown[] = []
const fetched: string[] = []
const server = createDictionaryServer({
  fetchDictionary: (name) => {
    fetched.push(name)
    return name.startsWith('en') ? Promise.resolve(Buffer.from('BDic')) : Promise.reject(new Error('Offline'))
  },
  onOutcome: (...outcome) => outcomes.push(outcome),
})
afterEach(async () => {
  await server.stop()
  outcomes.length = 0
  fetched.length = 0
})

interface Asked {
  readonly host: string
  readonly path: string
  readonly method?: string
  readonly header?: string
}

function ask({ host, path, method = 'GET', header = host }: Asked): Promise<string> {
  const [hostname = '', port = ''] = host.split(':')
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers: { host: header } }, (response) => {
      let body = ''
      response.on('data', (piece: Buffer) => (body += piece.toString()))
      response.on('end', () => resolve(`${response.statusCode} ${body}`.trim()))
    })
    asking.on('error', reject)
    asking.end()
  })
}

it('gives the dictionary that is asked for, and says whether it could', async () => {
  const host = await server.start()
  expect(await ask({ host, path: '/en-us-10-1.bdic' })).toBe('200 BDic')
  expect(await ask({ host, path: '/de-de-3-0.bdic' })).toBe('502')
  expect(outcomes).toEqual([
    ['en-us-10-1.bdic', undefined],
    ['de-de-3-0.bdic', new Error('Offline')],
  ])
})

it.each([
  ['another path', { path: '/' }],
  ['more than a name', { path: '/en-us-10-1.bdic?said=secret' }],
  ['another method', { path: '/en-us-10-1.bdic', method: 'POST' }],
  ['a page that has led its own name here', { path: '/en-us-10-1.bdic', header: 'example.com' }],
])('asks nobody for %s', async (_, asked) => {
  const host = await server.start()
  expect(await ask({ host, ...asked })).toBe('404')
  expect(fetched).toEqual([])
})

it('listens no longer than it is wanted', async () => {
  const host = await server.start()
  await server.stop()
  await expect(ask({ host, path: '/en-us-10-1.bdic' })).rejects.toThrow('ECONNREFUSED')
})

it('leaves nobody waiting when it stops', async () => {
  let arrive = (): void => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const waiting = createDictionaryServer({
    fetchDictionary: () => {
      arrive()
      return new Promise(() => {})
    },
    onOutcome: () => undefined,
  })
  const host = await waiting.start()
  const hungUp = expect(ask({ host, path: '/en-us-10-1.bdic' })).rejects.toThrow('socket hang up')
  await arrived
  await Promise.all([waiting.stop(), hungUp])
})
