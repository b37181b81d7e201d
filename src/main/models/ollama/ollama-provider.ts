import { z } from 'zod'

import { toBaseAddress } from '../base-address'
import { askJson } from '../ask-json'
import { keyChecks } from '../key-checks'
import { listedEntries, listedName, listedTokens } from '../listed-entries'
import { openRules } from '../parameter-rules'
import type { ConnectionContext, ListedModel, OpenContext, Provider } from '../provider'
import { toOllamaAddress } from './to-ollama-address'

const BASE_URL = 'http://127.0.0.1:11434'

/** Of its own format, and of OpenAI's, which it speaks, too. */
const TAILS = ['/api/chat', '/api/generate', '/api/tags', '/api', '/v1/chat/completions', '/v1/models', '/v1']

const tags = z.object({ models: listedEntries(z.looseObject({ name: listedName })) })
const shown = z.looseObject({
  capabilities: z.array(z.string()).optional(),
  model_info: z.record(z.string(), z.unknown()).optional(),
})

/** Models on this computer, or on another that runs Ollama. */
export const ollamaProvider: Provider = {
  id: 'ollama',
  title: 'Ollama',
  isAddable: true,
  keyPage: 'https://ollama.com/download',
  fields: [
    { name: 'baseUrl', kind: 'url', placeholder: BASE_URL, variables: ['OLLAMA_BASE_URL', 'OLLAMA_HOST'] },
  ],
  isRunning: async (context, signal) => {
    await askJson(context.fetch, `${toBaseUrl(context)}/api/tags`, { signal, schema: tags })
    return true
  },
  takesPrefill: () => false,
  takes: openRules,
  models: () => [],
  listModels: async (context) => {
    const { models } = await askJson(context.fetch, `${toBaseUrl(context)}/api/tags`, { schema: tags })
    // One that Ollama cannot describe can be chosen all the same, and says then what is wrong with it.
    return Promise.all(models.map(({ name }) => describe(name, context).catch(() => ({ name }))))
  },
  checks: (modelName, context) => {
    const baseUrl = toBaseUrl(context)
    return keyChecks({
      missing: () => false,
      list: (signal) => askJson(context.fetch, `${baseUrl}/api/tags`, { signal, schema: tags }),
      model: (signal) => show(modelName, context, signal),
    })
  },
  fix: (code, { modelId = '' }) => {
    if (code === 'connection-refused') return { command: 'ollama serve', page: 'https://ollama.com/download' }
    const name = modelId.slice(modelId.indexOf('/') + 1)
    if (code !== 'model-not-found') return undefined
    return { ...(name !== '' && { command: `ollama pull ${name}` }), page: 'https://ollama.com/search' }
  },
  open: async (modelName, context) => {
    const { createOllamaModel } = await import('./create-ollama-model')
    const { fetch, parameters } = context
    return createOllamaModel({ modelName, baseUrl: toBaseUrl(context), fetch, parameters })
  },
}

function toBaseUrl({ read }: ConnectionContext): string {
  return toBaseAddress(toOllamaAddress(read('baseUrl') ?? BASE_URL), TAILS)
}

function show(model: string, context: OpenContext, signal?: AbortSignal) {
  const question = { body: { model }, schema: shown, ...(signal === undefined ? {} : { signal }) }
  return askJson(context.fetch, `${toBaseUrl(context)}/api/show`, question)
}

/** What a model can do, as far as this version of Ollama says. */
async function describe(name: string, context: OpenContext): Promise<ListedModel> {
  const { capabilities, model_info: info = {} } = await show(name, context)
  const [, length] = Object.entries(info).find(([key]) => key.endsWith('.context_length')) ?? []
  const contextWindow = listedTokens.parse(length)
  const can = (what: string) => capabilities?.includes(what) ?? false
  return {
    name,
    ...(contextWindow === undefined ? {} : { contextWindow }),
    ...(capabilities === undefined
      ? {}
      : { sees: can('vision'), thinks: can('thinking'), usesTools: can('tools') }),
  }
}
