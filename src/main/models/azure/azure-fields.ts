import type { Field } from '#shared/connection'

import { AUTHORITY } from './azure-login'

export const API_VERSION = '2024-10-21'

/** A key, or an application that is given tokens, or a token that was given to somebody. */
export const AZURE_FIELDS: readonly Field[] = [
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
  { name: 'tenantId', kind: 'text', variables: ['AZURE_TENANT_ID'] },
  { name: 'clientId', kind: 'text', variables: ['AZURE_CLIENT_ID'] },
  { name: 'clientSecret', kind: 'secret', variables: ['AZURE_CLIENT_SECRET'] },
  { name: 'authority', kind: 'url', placeholder: AUTHORITY, variables: ['AZURE_AUTHORITY_HOST'] },
  { name: 'entraToken', kind: 'secret', variables: ['AZURE_OPENAI_AD_TOKEN'] },
]
