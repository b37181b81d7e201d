import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { withoutSlash } from '../base-address'
import type { ConnectionContext, Environment } from '../provider'

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
  | (TokenSource & {
      /** The e-mail address of a service account to act as. */
      readonly impersonate?: string
    })

export type TokenSource =
  /** The text of a credentials file. */
  | { readonly kind: 'json'; readonly json: string }
  | { readonly kind: 'file'; readonly file: string }
  /** Application-default credentials: gcloud's file if it is there, else the machine's own account. */
  | { readonly kind: 'default'; readonly gcloudFile: string; readonly metadataHost: string }

/**
 * Settings first, then Google's own environment variables. What the user set explicitly beats the environment:
 * a stray `GOOGLE_API_KEY` must not turn a company's service account into an API key.
 */
export function toVertexConfig(context: ConnectionContext): VertexConfig {
  const { read } = context
  // A host, also where somebody pasted a whole address.
  const pasted = read('endpoint')
  const endpoint = pasted && withoutSlash(pasted.replace(/^https?:\/\//i, ''))
  const project = read('project')
  return {
    location: read('location')?.toLowerCase() ?? DEFAULT_LOCATION,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(project === undefined ? {} : { project }),
    credentials: toCredentialSource(context),
  }
}

/** Whether there is something to log in with, as far as a look at this computer's files tells. */
export function hasCredentials(context: ConnectionContext): boolean {
  const { credentials } = toVertexConfig(context)
  if (credentials.kind === 'file') return existsSync(credentials.file)
  return credentials.kind !== 'default' || existsSync(credentials.gcloudFile)
}

function toCredentialSource({ read, readSaved, env }: ConnectionContext): CredentialSource {
  const impersonate = read('impersonate')
  const asWhom = impersonate === undefined ? {} : { impersonate }
  const json = readSaved('credentialsJson')
  if (json !== undefined) return { kind: 'json', json, ...asWhom }
  const savedFile = readSaved('credentialsFile')
  if (savedFile !== undefined) return { kind: 'file', file: savedFile, ...asWhom }
  const savedKey = readSaved('apiKey')
  if (savedKey !== undefined) return { kind: 'api-key', apiKey: savedKey }
  // A part of application-default credentials, which are everybody's on this computer.
  const file = env['GOOGLE_APPLICATION_CREDENTIALS']
  if (file) return { kind: 'file', file, ...asWhom }
  const apiKey = read('apiKey')
  if (apiKey !== undefined) return { kind: 'api-key', apiKey }
  return {
    kind: 'default',
    gcloudFile: join(gcloudFolder(env), 'application_default_credentials.json'),
    metadataHost: env['GCE_METADATA_HOST'] || '169.254.169.254',
    ...asWhom,
  }
}

function gcloudFolder(env: Environment): string {
  if (env['CLOUDSDK_CONFIG']) return env['CLOUDSDK_CONFIG']
  if (env['APPDATA']) return join(env['APPDATA'], 'gcloud')
  return join(homedir(), '.config', 'gcloud')
}
