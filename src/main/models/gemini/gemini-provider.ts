import { z } from 'zod'

import { askJson } from '../ask-json'
import { keyChecks } from '../key-checks'
import { listPages } from '../list-pages'
import { listedEntries, listedName, listedTitle, listedTokens } from '../listed-entries'
import { modelError } from '../model-fault'
import { MODEL_LIST, RETIRED_MODELS } from '../model-list'
import { geminiRules } from '../parameter-rules'
import type { ConnectionContext, Provider } from '../provider'

const API = 'https://generativelanguage.googleapis.com/v1beta'
const KEY_PAGE = 'https://aistudio.google.com/apikey'

const model = z.looseObject({
  name: listedName,
  displayName: listedTitle,
  inputTokenLimit: listedTokens,
  outputTokenLimit: listedTokens,
  supportedGenerationMethods: z.array(z.string()).optional(),
  thinking: z.boolean().optional().catch(undefined),
})
const list = z.object({ models: listedEntries(model).optional(), nextPageToken: z.string().optional() })

/** Gemini with a key from AI Studio, without a project. */
export const geminiProvider: Provider = {
  id: 'gemini',
  title: 'Gemini API',
  isAddable: true,
  keyPage: KEY_PAGE,
  fields: [
    {
      name: 'apiKey',
      kind: 'secret',
      isRequired: true,
      placeholder: 'AIza…',
      variables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    },
    { name: 'model', kind: 'text', placeholder: 'gemini-…' },
  ],
  // Google documents no way to let a model go on from a turn of its own.
  takesPrefill: () => false,
  takes: ({ name, outputLimit }) => geminiRules(name, outputLimit),
  retired: RETIRED_MODELS.gemini,
  models: ({ read }) => {
    const name = read('model')
    const isListed = name === undefined || MODEL_LIST.gemini.some((listed) => listed.name === name)
    return [...(isListed ? [] : [{ name }]), ...MODEL_LIST.gemini]
  },
  listModels: async (context) => {
    const models = await listPages(async (after) => {
      const query = new URLSearchParams({
        pageSize: '1000',
        ...(after === undefined ? {} : { pageToken: after }),
      })
      const address = `${API}/models?${query}`
      const found = await askJson(context.fetch, address, { headers: toHeaders(context), schema: list })
      return { items: found.models ?? [], next: found.nextPageToken }
    })
    return models.filter(isForChat).map((found) => toListed(found))
  },
  checks: (modelName, context) => {
    const headers = toHeaders(context)
    const ask = (path: string, signal: AbortSignal) =>
      askJson(context.fetch, `${API}/models${path}`, { headers, signal, schema: z.looseObject({}) })
    return keyChecks({
      missing: () => context.read('apiKey') === undefined,
      list: (signal) => ask('?pageSize=1', signal),
      model: (signal) => ask(`/${encodeURIComponent(modelName)}`, signal),
    })
  },
  fix: (code) =>
    code === 'key-refused' || code === 'missing-credentials' || code === 'permission-denied'
      ? { page: KEY_PAGE }
      : undefined,
  open: async (modelName, { read, fetch, parameters }) => {
    const apiKey = read('apiKey')
    if (apiKey === undefined) throw modelError({ kind: 'missing-credentials' })
    // The same wire format as Vertex AI with a key, at another address: docs/decisions says why the same class.
    const { createVertexModel } = await import('../vertex/create-vertex-model')
    return createVertexModel({
      modelName,
      location: 'global',
      api: 'gemini',
      credentials: { kind: 'api-key', headers: async () => ({ 'x-goog-api-key': apiKey }) },
      includeThoughts: MODEL_LIST.gemini.some(({ name, thinks }) => name === modelName && thinks),
      ...{ fetch, parameters },
    })
  },
}

function toHeaders({ read }: ConnectionContext): Readonly<Record<string, string>> {
  return { 'x-goog-api-key': read('apiKey') ?? '' }
}

function isForChat({ name, supportedGenerationMethods = [] }: z.infer<typeof model>): boolean {
  const isTalker = supportedGenerationMethods.includes('generateContent')
  return isTalker && !/embedding|tts|image|audio|live|robotics/.test(name)
}

function toListed(found: z.infer<typeof model>) {
  const {
    displayName: title,
    inputTokenLimit: contextWindow,
    outputTokenLimit: outputLimit,
    thinking,
  } = found
  return {
    name: found.name.replace(/^models\//, ''),
    ...(title === undefined ? {} : { title }),
    ...(contextWindow === undefined ? {} : { contextWindow }),
    ...(outputLimit === undefined ? {} : { outputLimit }),
    ...(thinking === undefined ? {} : { thinks: thinking }),
  }
}
