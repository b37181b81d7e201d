import { homedir } from 'node:os'
import { join } from 'node:path'

import type { SettingsContext } from '../provider'

/** Where the newest models are served first. */
const DEFAULT_LOCATION = 'global'

export interface VertexConfig {
  readonly location: string
  readonly endpoint?: string
  readonly project?: string
  readonly credentials: CredentialSource
}

export type CredentialSource =
  | { readonly kind: 'api-key'; readonly apiKey: string }
  | { readonly kind: 'file'; readonly file: string }
  /** Application-default credentials: gcloud's file if it is there, else the machine's own account. */
  | { readonly kind: 'default'; readonly gcloudFile: string; readonly metadataHost: string }

/**
 * Settings first, then Google's own environment variables. What the user set explicitly beats the environment:
 * a stray `GOOGLE_API_KEY` must not turn a company's service account into an API key.
 */
export function toVertexConfig({ settings, env }: SettingsContext): VertexConfig {
  const { vertex = {} } = settings
  const endpoint = vertex.endpoint
  const project = vertex.project ?? (env['GOOGLE_CLOUD_PROJECT'] || env['GCLOUD_PROJECT'])
  return {
    location: vertex.location ?? (env['GOOGLE_CLOUD_LOCATION'] || DEFAULT_LOCATION),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(project ? { project } : {}),
    credentials: toCredentialSource({ settings, env }),
  }
}

function toCredentialSource({ settings: { vertex = {} }, env }: SettingsContext): CredentialSource {
  if (vertex.credentialsFile !== undefined) return { kind: 'file', file: vertex.credentialsFile }
  const apiKey = vertex.apiKey ?? env['GOOGLE_API_KEY']
  const file = env['GOOGLE_APPLICATION_CREDENTIALS']
  if (vertex.apiKey === undefined && file) return { kind: 'file', file }
  if (apiKey) return { kind: 'api-key', apiKey }
  return {
    kind: 'default',
    gcloudFile: join(gcloudFolder(env), 'application_default_credentials.json'),
    metadataHost: env['GCE_METADATA_HOST'] || '169.254.169.254',
  }
}

function gcloudFolder(env: SettingsContext['env']): string {
  if (env['CLOUDSDK_CONFIG']) return env['CLOUDSDK_CONFIG']
  if (env['APPDATA']) return join(env['APPDATA'], 'gcloud')
  return join(homedir(), '.config', 'gcloud')
}
