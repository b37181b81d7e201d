import { z } from 'zod'

import { askJson } from '../ask-json'
import { keyChecks } from '../key-checks'
import { modelError } from '../model-fault'
import { createOpenAiFetch, withoutSlash } from '../openai/openai-wire'
import { toOpenAiFields } from '../openai/openai-parameters'
import { openAiRules } from '../parameter-rules'
import type { ConnectionContext, Provider } from '../provider'

const API_VERSION = '2024-10-21'
const PORTAL = 'https://ai.azure.com'

/** OpenAI's models in a company's own Azure: a deployment has a name that only its company knows. */
export const azureProvider: Provider = {
  id: 'azure',
  title: 'Azure OpenAI',
  isAddable: true,
  keyPage: PORTAL,
  fields: [
    {
      name: 'endpoint',
      kind: 'url',
      isRequired: true,
      placeholder: 'https://my-resource.openai.azure.com',
      variables: ['AZURE_OPENAI_ENDPOINT'],
    },
    {
      name: 'deployment',
      kind: 'text',
      isRequired: true,
      variables: ['AZURE_OPENAI_API_DEPLOYMENT_NAME', 'AZURE_OPENAI_DEPLOYMENT'],
    },
    {
      name: 'apiVersion',
      kind: 'text',
      placeholder: API_VERSION,
      variables: ['AZURE_OPENAI_API_VERSION', 'OPENAI_API_VERSION'],
    },
    { name: 'apiKey', kind: 'secret', variables: ['AZURE_OPENAI_API_KEY'] },
    { name: 'entraToken', kind: 'secret', variables: ['AZURE_OPENAI_AD_TOKEN'] },
  ],
  isFound: ({ read }) => read('endpoint') !== undefined && hasKey(read),
  takesPrefill: () => false,
  models: ({ read }) => {
    const name = read('deployment')
    return name === undefined ? [] : [{ name }]
  },
  // Azure lists models that could be deployed, but not the deployments: their names come from whoever made them.
  // A deployment has a name of its own; most are called after their model.
  takes: ({ name, outputLimit }) => openAiRules(name, outputLimit),
  checks: (_, context) =>
    keyChecks({
      missing: () => context.read('endpoint') === undefined || !hasKey(context.read),
      list: (signal) => {
        const address = `${toEndpoint(context)}/openai/models?api-version=${toApiVersion(context)}`
        return askJson(context.fetch, address, {
          headers: toHeaders(context),
          signal,
          schema: z.looseObject({}),
        })
      },
    }),
  fix: (code) => {
    if (code === 'model-not-found') return { page: `${PORTAL}/resource/deployments` }
    if (code === 'missing-credentials' || code === 'key-refused') return { page: PORTAL }
    return code === 'permission-denied'
      ? { page: 'https://learn.microsoft.com/azure/ai-services/openai/how-to/role-based-access-control' }
      : undefined
  },
  open: async (modelName, context) => {
    const [apiKey, token] = [context.read('apiKey'), context.read('entraToken')]
    if (apiKey === undefined && token === undefined) throw modelError({ kind: 'missing-credentials' })
    const { AzureChatOpenAI } = await import('@langchain/openai')
    return new AzureChatOpenAI({
      model: modelName,
      azureOpenAIApiDeploymentName: modelName,
      azureOpenAIEndpoint: toEndpoint(context),
      azureOpenAIApiVersion: toApiVersion(context),
      // An instance or a base path of the environment would win over the endpoint.
      azureOpenAIApiInstanceName: '',
      azureOpenAIBasePath: '',
      ...(apiKey === undefined
        ? { azureADTokenProvider: async () => token ?? '' }
        : { azureOpenAIApiKey: apiKey }),
      ...toOpenAiFields(context.parameters),
      maxRetries: 0,
      streaming: true,
      configuration: {
        organization: null,
        project: null,
        fetch: createOpenAiFetch(context.fetch),
        logLevel: 'off',
      },
    })
  },
}

function hasKey(read: ConnectionContext['read']): boolean {
  return read('apiKey') !== undefined || read('entraToken') !== undefined
}

function toEndpoint({ read }: ConnectionContext): string {
  const endpoint = read('endpoint')
  if (endpoint === undefined) throw modelError({ kind: 'missing-credentials' })
  return withoutSlash(endpoint)
}

function toApiVersion({ read }: ConnectionContext): string {
  return read('apiVersion') ?? API_VERSION
}

function toHeaders({ read }: ConnectionContext): Readonly<Record<string, string>> {
  const apiKey = read('apiKey')
  return apiKey === undefined ? { authorization: `Bearer ${read('entraToken')}` } : { 'api-key': apiKey }
}
