import { toBaseAddress } from '../base-address'
import { parseHeaders } from '../custom-headers'
import { keyChecks } from '../key-checks'
import { modelError } from '../model-fault'
import { createOpenAiFetch, listOpenAiModels, OPENAI_TAILS } from '../openai/openai-wire'
import { toOpenAiFields } from '../openai/openai-parameters'
import { openRules } from '../parameter-rules'
import type { ConnectionContext, Provider } from '../provider'

/** The library insists on a key; local servers do not look at it. */
const NO_KEY = 'none'

/** Any server that speaks OpenAI's chat completions: LM Studio, vLLM, llama.cpp, OpenRouter and many more. */
export const compatibleProvider: Provider = {
  id: 'compatible',
  title: 'OpenAI-compatible',
  isAddable: true,
  fields: [
    { name: 'baseUrl', kind: 'url', isRequired: true, placeholder: 'http://localhost:1234/v1' },
    { name: 'apiKey', kind: 'secret' },
    { name: 'headers', kind: 'headers', isMultiline: true, placeholder: 'X-Title: Nagare' },
    { name: 'model', kind: 'text' },
  ],
  // Some servers go on from an unfinished answer and most start a new one, and none says which it does.
  takesPrefill: () => false,
  takes: openRules,
  models: ({ read }) => {
    const name = read('model')
    return name === undefined ? [] : [{ name }]
  },
  listModels: (context) =>
    listOpenAiModels(context.fetch, toBaseUrl(context), { headers: toHeaders(context) }),
  checks: (_, context) =>
    keyChecks({
      missing: () => context.read('baseUrl') === undefined,
      list: (signal) =>
        listOpenAiModels(context.fetch, toBaseUrl(context), { headers: toHeaders(context), signal }),
      isListOptional: true,
    }),
  open: async (modelName, context) => {
    // Not `ChatOpenAI`: by the name of some models it would ask for `/responses`, which such servers do not have.
    const { ChatOpenAICompletions } = await import('@langchain/openai')
    return new ChatOpenAICompletions({
      model: modelName,
      apiKey: context.read('apiKey') ?? NO_KEY,
      ...toOpenAiFields(context.parameters),
      maxRetries: 0,
      streaming: true,
      configuration: {
        baseURL: toBaseUrl(context),
        organization: null,
        project: null,
        defaultHeaders: customHeadersOf(context),
        fetch: createOpenAiFetch(context.fetch),
        logLevel: 'off',
      },
    })
  },
}

function toBaseUrl({ read }: ConnectionContext): string {
  const baseUrl = read('baseUrl')
  if (baseUrl === undefined) throw modelError({ kind: 'missing-credentials' })
  return toBaseAddress(baseUrl, OPENAI_TAILS)
}

function toHeaders(context: ConnectionContext): Readonly<Record<string, string>> {
  const key = context.read('apiKey')
  return { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...customHeadersOf(context) }
}

function customHeadersOf({ read }: ConnectionContext): Readonly<Record<string, string>> {
  return Object.fromEntries(parseHeaders(read('headers') ?? '') ?? [])
}
