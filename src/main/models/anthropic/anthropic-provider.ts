import { z } from 'zod'

import { toBaseAddress } from '../base-address'
import { createCheckedFetch } from '../../transport/checked-stream'
import { askJson } from '../ask-json'
import { keyChecks } from '../key-checks'
import { listedEntries, listedName, listedTitle } from '../listed-entries'
import { listPages } from '../list-pages'
import { modelError } from '../model-fault'
import { MODEL_LIST, RETIRED_MODELS } from '../model-list'
import { anthropicRules } from '../parameter-rules'
import type { ConnectionContext, Provider } from '../provider'
import { toAnthropicFields } from './anthropic-parameters'

const BASE_URL = 'https://api.anthropic.com'
const KEY_PAGE = 'https://console.anthropic.com/settings/keys'
/** The class puts these behind its base address itself. */
const TAILS = ['/v1/messages', '/v1/models', '/v1']
const VERSION = '2023-06-01'
/** Anthropic wants to be told a limit, and refuses one that is higher than the model's own. */
const LEAST_OUTPUT = 8192

/** These take the beginning of their own answer; later ones refuse it. */
const TAKES_PREFILL = /^claude-(3|(opus|sonnet|haiku)-4-?(0|1|5|20\d{6})?(-|$))/

const models = z.object({
  data: listedEntries(z.looseObject({ id: listedName, display_name: listedTitle })),
  has_more: z.boolean().optional(),
  last_id: z.string().nullish(),
})

/** Claude, from its maker. */
export const anthropicProvider: Provider = {
  id: 'anthropic',
  title: 'Anthropic',
  isAddable: true,
  keyPage: KEY_PAGE,
  fields: [
    {
      name: 'apiKey',
      kind: 'secret',
      isRequired: true,
      placeholder: 'sk-ant-…',
      variables: ['ANTHROPIC_API_KEY'],
    },
    { name: 'baseUrl', kind: 'url', placeholder: BASE_URL, variables: ['ANTHROPIC_BASE_URL'] },
  ],
  takesPrefill: (modelName) => TAKES_PREFILL.test(modelName),
  takes: ({ name, outputLimit }) => anthropicRules(name, outputLimit),
  retired: RETIRED_MODELS.anthropic,
  models: () => MODEL_LIST.anthropic,
  listModels: async (context) => {
    const found = await listPages(async (after) => {
      const query = new URLSearchParams({
        limit: '1000',
        ...(after === undefined ? {} : { after_id: after }),
      })
      const address = `${toBaseUrl(context)}/v1/models?${query}`
      const page = await askJson(context.fetch, address, { headers: toHeaders(context), schema: models })
      return { items: page.data, next: page.has_more === true ? (page.last_id ?? undefined) : undefined }
    })
    return found.map(({ id, display_name: title }) => ({
      name: id,
      ...(title === undefined ? {} : { title }),
    }))
  },
  checks: (modelName, context) => {
    const headers = toHeaders(context)
    const ask = (path: string, signal: AbortSignal) =>
      askJson(context.fetch, `${toBaseUrl(context)}/v1/models${path}`, {
        headers,
        signal,
        schema: z.looseObject({}),
      })
    return keyChecks({
      missing: () => context.read('apiKey') === undefined,
      list: (signal) => ask('?limit=1', signal),
      model: (signal) => ask(`/${encodeURIComponent(modelName)}`, signal),
    })
  },
  fix: (code) => {
    if (code === 'no-credit') return { page: 'https://console.anthropic.com/settings/billing' }
    if (code === 'rate-limited') return { page: 'https://console.anthropic.com/settings/limits' }
    return code === 'key-refused' || code === 'missing-credentials' || code === 'permission-denied'
      ? { page: KEY_PAGE }
      : undefined
  },
  open: async (modelName, context) => {
    const apiKey = context.read('apiKey')
    if (apiKey === undefined) throw modelError({ kind: 'missing-credentials' })
    const { ChatAnthropic } = await import('@langchain/anthropic')
    return new ChatAnthropic({
      model: modelName,
      apiKey,
      anthropicApiUrl: toBaseUrl(context),
      ...toAnthropicFields(
        context.parameters,
        MODEL_LIST.anthropic.find(({ name }) => name === modelName)?.outputLimit ?? LEAST_OUTPUT,
      ),
      maxRetries: 0,
      streaming: true,
      clientOptions: {
        fetch: createCheckedFetch(context.fetch),
        // A token of the environment would be sent beside the key.
        authToken: null,
        logLevel: 'off',
      },
    })
  },
}

function toBaseUrl({ read }: ConnectionContext): string {
  return toBaseAddress(read('baseUrl') ?? BASE_URL, TAILS)
}

function toHeaders({ read }: ConnectionContext): Readonly<Record<string, string>> {
  return { 'x-api-key': read('apiKey') ?? '', 'anthropic-version': VERSION }
}
