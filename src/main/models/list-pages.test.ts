import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { caught } from '../transport/testing/caught'
import { type LocalServer, serve } from '../transport/testing/serve'
import { toTransportFault } from '../transport/transport-fault'
import { anthropicProvider } from './anthropic/anthropic-provider'
import { askJson } from './ask-json'
import { geminiProvider } from './gemini/gemini-provider'
import { listPages } from './list-pages'
import type { Provider } from './provider'
import { openContext } from './testing/connection-context'

let server: LocalServer
let answer: (query: URLSearchParams) => string
let asked: string[]

beforeEach(async () => {
  asked = []
  server = await serve((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost')
    asked.push(request.url ?? '')
    response.end(answer(searchParams))
  })
})
afterEach(() => server.close())

/** Every address leads to the server of this test. */
const fetch: typeof globalThis.fetch = (input, init) => {
  const { pathname, search } = new URL(String(input))
  return globalThis.fetch(`${server.origin}${pathname}${search}`, init)
}

async function namesOf(provider: Provider): Promise<readonly string[]> {
  const settings = { connections: { [provider.id]: { provider: provider.id } } }
  const secrets = { read: () => 'a-key' }
  const listed = await provider.listModels?.(openContext({ settings, secrets, provider, fetch }))
  return (listed ?? []).map(({ name }) => name)
}

const model = (name: string) => ({ name: `models/${name}`, supportedGenerationMethods: ['generateContent'] })

describe('a list of models of several pages', () => {
  it('is read to its end from the Gemini API', async () => {
    answer = (query) =>
      query.get('pageToken') === 'two'
        ? JSON.stringify({ models: [model('gemini-2')] })
        : JSON.stringify({ models: [model('gemini-1')], nextPageToken: 'two' })
    expect(await namesOf(geminiProvider)).toEqual(['gemini-1', 'gemini-2'])
    expect(asked).toEqual(['/v1beta/models?pageSize=1000', '/v1beta/models?pageSize=1000&pageToken=two'])
  })

  it('is read to its end from Anthropic', async () => {
    answer = (query) =>
      query.get('after_id') === 'claude-1'
        ? JSON.stringify({ data: [{ id: 'claude-2' }], has_more: false, last_id: 'claude-2' })
        : JSON.stringify({ data: [{ id: 'claude-1' }], has_more: true, last_id: 'claude-1' })
    expect(await namesOf(anthropicProvider)).toEqual(['claude-1', 'claude-2'])
  })

  it('ends where a page leads back to one that was there', async () => {
    answer = () => JSON.stringify({ models: [model('gemini-1')], nextPageToken: 'same' })
    expect(await namesOf(geminiProvider)).toEqual(['gemini-1', 'gemini-1'])
    expect(asked).toHaveLength(2)
  })

  it('ends where the next page is named by nothing', async () => {
    expect(await listPages(async (after) => ({ items: [after ?? 'first'], next: '' }))).toEqual(['first'])
  })

  it('ends at some page, though each leads to another', async () => {
    let pages = 0
    await listPages(async () => ({ items: [], next: String((pages += 1)) }))
    expect(pages).toBe(100)
  })
})

describe('an answer that is asked for as JSON', () => {
  it('is not read to its end when it is far too long', async () => {
    answer = () => `"${'x'.repeat(17 * 1024 * 1024)}"`
    const error = await caught(askJson(fetch, 'https://a.example/list', { schema: z.string() }))
    expect(toTransportFault(error)).toMatchObject({ kind: 'malformed', host: 'a.example' })
  })

  it('may be long', async () => {
    answer = () => `"${'長'.repeat(1024 * 1024)}"`
    expect(await askJson(fetch, 'https://a.example/list', { schema: z.string() })).toHaveLength(1024 * 1024)
  })
})
