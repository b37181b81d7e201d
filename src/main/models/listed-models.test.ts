import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { toTransportFault } from '../transport/transport-fault'
import { caught } from '../transport/testing/caught'
import { type LocalServer, serve } from '../transport/testing/serve'
import { PROVIDERS } from './catalogue'
import { offerModels } from './offer-models'
import type { ListedModel, Provider } from './provider'
import { connectionContext, openContext } from './testing/connection-context'

/** What one provider answers, and what is read from it. */
interface Listed {
  readonly answer: unknown
  /** Ollama is asked about each model once more. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly models: readonly ListedModel[]
}

/** Entries as the providers document them, and beside them what they or their imitators were seen to say. */
const LISTS: Readonly<Record<string, Listed>> = {
  vertex: {
    answer: {
      publisherModels: [
        { name: 'publishers/google/models/gemini-3.5-flash', versionId: 'default', launchStage: 'GA' },
        { name: 'publishers/google/models/gemini-of-tomorrow' },
        { name: 'publishers/google/models/gemini-embedding-001' },
        { name: 'publishers/google/models/imagen-5' },
        { name: null },
        'gemini',
      ],
    },
    models: [{ name: 'gemini-3.5-flash' }, { name: 'gemini-of-tomorrow' }],
  },
  gemini: {
    answer: {
      models: [
        {
          ...{ name: 'models/gemini-3.5-flash', displayName: 'Gemini 3.5 Flash', version: '001' },
          ...{ inputTokenLimit: 1_048_576, outputTokenLimit: 65_536, thinking: true },
          supportedGenerationMethods: ['generateContent', 'countTokens'],
        },
        { name: 'models/gemini-bare', supportedGenerationMethods: ['generateContent'] },
        {
          ...{ name: 'models/gemini-odd', displayName: '', inputTokenLimit: '1M', outputTokenLimit: 0 },
          ...{ thinking: 'yes', supportedGenerationMethods: ['generateContent'] },
        },
        { name: 'models/gemini-embedding-001', supportedGenerationMethods: ['generateContent'] },
        { name: 'models/imagen-5', supportedGenerationMethods: ['predict'] },
        { name: 'models/gemini-mute' },
        { displayName: 'Without a name', supportedGenerationMethods: ['generateContent'] },
        'gemini',
        null,
      ],
    },
    models: [
      {
        ...{ name: 'gemini-3.5-flash', title: 'Gemini 3.5 Flash' },
        ...{ contextWindow: 1_048_576, outputLimit: 65_536, thinks: true },
      },
      { name: 'gemini-bare' },
      { name: 'gemini-odd' },
    ],
  },
  openai: {
    answer: {
      object: 'list',
      data: [
        { id: 'gpt-5.5', object: 'model', created: 1_780_000_000, owned_by: 'openai' },
        { id: 'o5-mini', object: 'model' },
        { id: 'ft:gpt-5.4-mini:my-company::abc123', object: 'model' },
        { id: 'gpt-image-2', object: 'model' },
        { id: 'gpt-5.5-transcribe', object: 'model' },
        { id: 'text-embedding-3-large', object: 'model' },
        { id: 'whisper-1', object: 'model' },
        { id: 42 },
        null,
      ],
    },
    models: [{ name: 'gpt-5.5' }, { name: 'o5-mini' }, { name: 'ft:gpt-5.4-mini:my-company::abc123' }],
  },
  compatible: {
    answer: {
      data: [
        { id: 'maker/model-70b', context_length: 131_072, pricing: { prompt: '0.1' } },
        { id: 'local-model.bin', context_length: null },
        { id: 'embedding-model', context_length: 0 },
        { id: '', context_length: 4096 },
        { name: 'without an id' },
      ],
    },
    models: [
      { name: 'maker/model-70b', contextWindow: 131_072 },
      { name: 'local-model.bin' },
      { name: 'embedding-model' },
    ],
  },
  anthropic: {
    answer: {
      data: [
        { type: 'model', id: 'claude-opus-5-5', display_name: 'Claude Opus 5.5', created_at: '2026-09-01' },
        { type: 'model', id: 'claude-of-a-gateway', display_name: null },
        { type: 'model', display_name: 'Without an id' },
      ],
      ...{ has_more: false, first_id: 'claude-opus-5-5', last_id: null },
    },
    models: [{ name: 'claude-opus-5-5', title: 'Claude Opus 5.5' }, { name: 'claude-of-a-gateway' }],
  },
  ollama: {
    answer: {
      models: [
        { name: 'llama4:8b', model: 'llama4:8b', size: 5_000_000_000 },
        { name: 'old:latest' },
        { name: 'odd:latest' },
        { name: 'broken:latest' },
        { model: 'nameless' },
      ],
    },
    details: {
      'llama4:8b': {
        capabilities: ['completion', 'tools', 'thinking'],
        model_info: { 'general.architecture': 'llama4', 'llama4.context_length': 262_144 },
      },
      'old:latest': { license: 'MIT' },
      'odd:latest': { capabilities: ['vision'], model_info: { 'odd.context_length': '8k' } },
    },
    models: [
      { name: 'llama4:8b', contextWindow: 262_144, sees: false, thinks: true, usesTools: true },
      { name: 'old:latest' },
      { name: 'odd:latest', sees: true, thinks: false, usesTools: false },
      { name: 'broken:latest' },
    ],
  },
}

let server: LocalServer
let answer: string
let details: Readonly<Record<string, unknown>>
beforeEach(async () => {
  details = {}
  server = await serve((request, response) => {
    response.setHeader('content-type', 'application/json')
    if (request.method === 'GET') return response.end(answer)
    if (request.url === '/token') return response.end('{ "access_token": "a-token", "expires_in": 3599 }')
    let body = ''
    request.on('data', (piece) => (body += String(piece)))
    request.on('end', () => {
      const { model } = JSON.parse(body) as { readonly model: string }
      const found = details[model]
      response.writeHead(found === undefined ? 500 : 200).end(JSON.stringify(found ?? { error: 'broken' }))
    })
    return undefined
  })
})
afterEach(() => server.close())

/** Every address leads to the server of this test. */
const fetch: typeof globalThis.fetch = (input, init) => {
  const { pathname, search } = new URL(String(input))
  return globalThis.fetch(`${server.origin}${pathname}${search}`, init)
}

const LISTING = PROVIDERS.filter(({ listModels }) => listModels !== undefined)
const LOGIN = { type: 'authorized_user', client_id: 'id', client_secret: 's', refresh_token: 'r' }

function settingsOf({ id }: Provider) {
  return { connections: { [id]: { provider: id, baseUrl: 'https://a.example/v1' } } }
}

async function list(provider: Provider): Promise<readonly ListedModel[]> {
  const secrets = {
    read: (_: string, field: string) => (field === 'credentialsJson' ? JSON.stringify(LOGIN) : 'a-key'),
  }
  const context = openContext({ settings: settingsOf(provider), secrets, provider, fetch })
  return (await provider.listModels?.(context)) ?? []
}

describe.each(LISTING)('the list of $title', (provider) => {
  const listed = LISTS[provider.id]

  it('is read model by model: what is odd costs a fact or itself, never the others', async () => {
    answer = JSON.stringify(listed?.answer)
    details = listed?.details ?? {}
    expect(await list(provider)).toEqual(listed?.models)
  })

  it.each(['<html>A gateway’s page</html>', '[]', '{ "data": 0, "models": 0, "publisherModels": 0 }', ''])(
    'is refused as a whole when it is none: %j',
    async (text) => {
      answer = text
      const fault = toTransportFault(await caught(list(provider)))
      expect(fault).toMatchObject({ kind: 'malformed', bytesReceived: Buffer.byteLength(text) })
    },
  )

  it('offers each of its models once, though the provider said it twice', () => {
    const connection = { ...connectionContext({ settings: settingsOf(provider), provider }) }
    const models = listed?.models ?? []
    const offered = offerModels([{ ...connection, name: provider.title, origin: 'saved', provider }], {
      ...{ lists: { read: () => [...models, ...models] }, prices: {}, favourites: [] },
    })
    const ids = offered.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
    expect(ids).toEqual(expect.arrayContaining(models.map(({ name }) => `${provider.id}/${name}`)))
  })
})
