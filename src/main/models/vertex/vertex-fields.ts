import type { Field } from '#shared/connection'

/** The multi-region hosts first, then a few regions; any other can be written. */
const LOCATIONS = ['global', 'eu', 'us', 'us-central1', 'europe-west1', 'europe-west4', 'asia-northeast1']

export const VERTEX_FIELDS: readonly Field[] = [
  {
    name: 'project',
    kind: 'text',
    placeholder: 'my-project',
    variables: ['GOOGLE_CLOUD_PROJECT', 'GCLOUD_PROJECT'],
  },
  {
    name: 'location',
    kind: 'choice',
    choices: LOCATIONS,
    takesOther: true,
    placeholder: 'global',
    variables: ['GOOGLE_CLOUD_LOCATION'],
  },
  {
    name: 'credentialsFile',
    kind: 'text',
    placeholder: 'service-account.json',
    variables: ['GOOGLE_APPLICATION_CREDENTIALS'],
  },
  {
    name: 'credentialsJson',
    kind: 'secret',
    isMultiline: true,
    placeholder: '{ "type": "service_account", … }',
  },
  { name: 'impersonate', kind: 'text', placeholder: 'name@my-project.iam.gserviceaccount.com' },
  { name: 'apiKey', kind: 'secret', variables: ['GOOGLE_API_KEY'] },
  { name: 'endpoint', kind: 'text', placeholder: 'aiplatform.example.com' },
  { name: 'model', kind: 'text', placeholder: 'gemini-…', variables: ['NAGARE_VERTEX_MODEL'] },
]
