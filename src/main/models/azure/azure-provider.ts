import { z } from 'zod'

import type { AppErrorCode, AppErrorFacts } from '#shared/app-error'
import type { Fix } from '#shared/connection-test'

import { toBaseAddress } from '../base-address'
import { askJson } from '../ask-json'
import { keyChecks } from '../key-checks'
import { modelError } from '../model-fault'
import { createOpenAiFetch } from '../openai/openai-wire'
import { toOpenAiFields } from '../openai/openai-parameters'
import { openAiRules } from '../parameter-rules'
import type { ConnectionContext, OpenContext, Provider } from '../provider'
import { API_VERSION, AZURE_FIELDS } from './azure-fields'
import { type AzureAccess, findAzureLogin, KEY_OF_FETCH, openAzureAccess } from './azure-login'
import { createEntraTokens } from './entra-tokens'

const PORTAL = 'https://ai.azure.com'

export const azureProvider = createAzureProvider()

/**
 * OpenAI's models in a company's own Azure: a deployment has a name that only its company knows. Tokens are kept from
 * one model to the next.
 */
export function createAzureProvider(tokens = createEntraTokens()): Provider {
  return {
    id: 'azure',
    title: 'Azure OpenAI',
    isAddable: true,
    keyPage: PORTAL,
    fields: AZURE_FIELDS,
    isFound: (context) => hasAll(context),
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
        missing: () => !hasAll(context),
        list: (signal) => listModels(context, openAzureAccess(context, tokens), signal),
        ...(findAzureLogin(context)?.kind === 'client'
          ? { token: () => openAzureAccess(context, tokens).token() }
          : {}),
      }),
    fix: fixAzure,
    open: async (modelName, context) => {
      const access = openAzureAccess(context, tokens)
      const { AzureChatOpenAI } = await import('@langchain/openai')
      return new AzureChatOpenAI({
        model: modelName,
        azureOpenAIApiDeploymentName: modelName,
        azureOpenAIEndpoint: toEndpoint(context),
        azureOpenAIApiVersion: toApiVersion(context),
        // An instance, a base path or a key of the environment would win over what is here, and a key over a token.
        azureOpenAIApiInstanceName: '',
        azureOpenAIBasePath: '',
        azureOpenAIApiKey: KEY_OF_FETCH,
        ...toOpenAiFields(context.parameters),
        maxRetries: 0,
        streaming: true,
        configuration: {
          organization: null,
          project: null,
          fetch: createOpenAiFetch(access.fetch),
          logLevel: 'off',
        },
      })
    },
  }
}

function hasAll(context: ConnectionContext): boolean {
  return context.read('endpoint') !== undefined && findAzureLogin(context) !== undefined
}

async function listModels(context: OpenContext, { fetch }: AzureAccess, signal: AbortSignal) {
  const address = `${toEndpoint(context)}/openai/models?api-version=${toApiVersion(context)}`
  return askJson(fetch, address, { signal, schema: z.looseObject({}) })
}

function toEndpoint({ read }: ConnectionContext): string {
  const endpoint = read('endpoint')
  if (endpoint === undefined) throw modelError({ kind: 'missing-credentials' })
  // Azure's portal offers the address of a whole request to be copied.
  return toBaseAddress(endpoint.replace(/\/openai\/(deployments|models|responses|v1)(\/.*|\?.*)?$/i, ''))
}

function toApiVersion({ read }: ConnectionContext): string {
  return read('apiVersion') ?? API_VERSION
}

const FIXES: Partial<Record<AppErrorCode, Fix>> = {
  'missing-credentials': { page: PORTAL },
  'key-refused': { page: PORTAL },
  'entra-refused': {
    page: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  },
  'model-not-found': { page: `${PORTAL}/resource/deployments` },
  'permission-denied': {
    page: 'https://learn.microsoft.com/azure/ai-services/openai/how-to/role-based-access-control',
  },
}

function fixAzure(code: AppErrorCode, { resource }: AppErrorFacts): Fix | undefined {
  if (resource === undefined) return FIXES[code]
  return { command: `az account get-access-token --resource ${resource}` }
}
