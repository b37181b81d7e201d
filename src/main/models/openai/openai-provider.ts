import { z } from 'zod'

import { toBaseAddress } from '../base-address'
import { askJson } from '../ask-json'
import { keyChecks } from '../key-checks'
import { modelError } from '../model-fault'
import { MODEL_LIST, RETIRED_MODELS } from '../model-list'
import { openAiRules } from '../parameter-rules'
import type { ConnectionContext, ListedModel, Provider } from '../provider'
import { toOpenAiFields } from './openai-parameters'
import { createOpenAiFetch, listOpenAiModels, OPENAI_TAILS } from './openai-wire'

const BASE_URL = 'https://api.openai.com/v1'
const KEY_PAGE = 'https://platform.openai.com/api-keys'

/** OpenAI's own service. */
export const openAiProvider: Provider = {
  id: 'openai',
  title: 'OpenAI',
  isAddable: true,
  keyPage: KEY_PAGE,
  fields: [
    { name: 'apiKey', kind: 'secret', isRequired: true, placeholder: 'sk-…', variables: ['OPENAI_API_KEY'] },
    {
      name: 'organization',
      kind: 'text',
      placeholder: 'org-…',
      variables: ['OPENAI_ORG_ID', 'OPENAI_ORGANIZATION'],
    },
    { name: 'project', kind: 'text', placeholder: 'proj_…', variables: ['OPENAI_PROJECT_ID'] },
    { name: 'baseUrl', kind: 'url', placeholder: BASE_URL, variables: ['OPENAI_BASE_URL'] },
  ],
  takesPrefill: () => false,
  takes: ({ name, outputLimit }) => openAiRules(name, outputLimit),
  retired: RETIRED_MODELS.openai,
  models: () => MODEL_LIST.openai,
  listModels: async (context) => {
    const models = await listOpenAiModels(context.fetch, toBaseUrl(context), { headers: toHeaders(context) })
    return models.filter(isForChat)
  },
  checks: (modelName, context) => {
    const [baseUrl, headers] = [toBaseUrl(context), toHeaders(context)]
    const path = `${baseUrl}/models/${encodeURIComponent(modelName)}`
    return keyChecks({
      missing: () => context.read('apiKey') === undefined,
      list: (signal) => listOpenAiModels(context.fetch, baseUrl, { headers, signal }),
      model: (signal) => askJson(context.fetch, path, { headers, signal, schema: z.looseObject({}) }),
    })
  },
  fix: (code) => {
    if (code === 'no-credit') return { page: 'https://platform.openai.com/settings/organization/billing' }
    if (code === 'rate-limited') return { page: 'https://platform.openai.com/settings/organization/limits' }
    return code === 'key-refused' || code === 'missing-credentials' || code === 'permission-denied'
      ? { page: KEY_PAGE }
      : undefined
  },
  open: async (modelName, context) => {
    const apiKey = context.read('apiKey')
    if (apiKey === undefined) throw modelError({ kind: 'missing-credentials' })
    const { ChatOpenAI } = await import('@langchain/openai')
    return new ChatOpenAI({
      model: modelName,
      apiKey,
      ...toOpenAiFields(context.parameters),
      maxRetries: 0,
      streaming: true,
      configuration: {
        // Explicit, all of them: what is absent, the library looks up in the environment.
        baseURL: toBaseUrl(context),
        organization: context.read('organization') ?? null,
        project: context.read('project') ?? null,
        fetch: createOpenAiFetch(context.fetch),
        logLevel: 'off',
      },
    })
  },
}

function toBaseUrl({ read }: ConnectionContext): string {
  return toBaseAddress(read('baseUrl') ?? BASE_URL, OPENAI_TAILS)
}

function toHeaders({ read }: ConnectionContext): Readonly<Record<string, string>> {
  const [organization, project] = [read('organization'), read('project')]
  return {
    authorization: `Bearer ${read('apiKey')}`,
    ...(organization === undefined ? {} : { 'openai-organization': organization }),
    ...(project === undefined ? {} : { 'openai-project': project }),
  }
}

/** OpenAI lists speech, pictures, embeddings and moderation beside what one can talk to, and does not say which is which. */
function isForChat({ name }: ListedModel): boolean {
  const isTalker = /^(ft:)?(gpt-|o\d|chatgpt-|codex)/.test(name)
  return isTalker && !/(audio|realtime|tts|transcribe|image|search|instruct|embedding)/.test(name)
}
