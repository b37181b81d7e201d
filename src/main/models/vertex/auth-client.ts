import {
  ExternalAccountAuthorizedUserClient,
  ExternalAccountClient,
  Impersonated,
  JWT,
  UserRefreshClient,
  type AuthClient,
  type ExternalAccountAuthorizedUserClientOptions,
  type ExternalAccountClientOptions,
} from 'google-auth-library'

import { present } from '../present'
import { type CredentialsFile, credentialsFile } from './credentials-file'

const SCOPES = ['https://www.googleapis.com/auth/cloud-platform']

export interface FoundClient {
  readonly client: AuthClient
  readonly projectId: string | undefined
  /** The service account that the client acts as by itself. */
  readonly account?: string
  /** Who logs in, as Google's roles call them. */
  readonly member?: string
}

/** The same client, acting as a service account that it may act as. */
export function actAs(targetPrincipal: string, sourceClient: AuthClient, fetch: typeof globalThis.fetch) {
  const transporterOptions = toTransporterOptions(fetch)
  return new Impersonated({ sourceClient, targetPrincipal, targetScopes: SCOPES, transporterOptions })
}

/** Google's own client for what a credentials file holds; undefined when it holds no credentials. */
export function createAuthClient(json: unknown, fetch: typeof globalThis.fetch): FoundClient | undefined {
  const { data } = credentialsFile.safeParse(json)
  if (!data) return undefined
  const client = toClient(data, toTransporterOptions(fetch), fetch)
  if (!client) return undefined
  const [account, member] = [toPrincipal(data['service_account_impersonation_url']), memberOf(data)]
  return {
    client,
    projectId: data.type === 'service_account' ? data.project_id : data.quota_project_id,
    ...present({ account, member }),
  }
}

function toPrincipal(url: unknown): string | undefined {
  return /([^/]+):generateAccessToken$/.exec(String(url))?.[1]
}

function memberOf(data: CredentialsFile): string | undefined {
  if (data.type === 'service_account') return `serviceAccount:${data.client_email}`
  if (data.type === 'authorized_user') return 'user:$(gcloud config get account)'
  const source = data.type === 'impersonated_service_account' ? data.source_credentials : undefined
  const { data: sourceData } = credentialsFile.safeParse(source)
  return sourceData && memberOf(sourceData)
}

interface TransporterOptions {
  readonly fetchImplementation: typeof globalThis.fetch
  readonly retryConfig: { readonly retry: number }
}

/** The transport decides about retries, and the app shows them. */
function toTransporterOptions(fetchImplementation: typeof globalThis.fetch): TransporterOptions {
  return { fetchImplementation, retryConfig: { retry: 0 } }
}

function toClient(
  data: CredentialsFile,
  transporterOptions: TransporterOptions,
  fetch: typeof globalThis.fetch,
): AuthClient | undefined {
  switch (data.type) {
    case 'service_account':
      return new JWT({
        email: data.client_email,
        key: data.private_key,
        ...(data.private_key_id === undefined ? {} : { keyId: data.private_key_id }),
        scopes: SCOPES,
        transporterOptions,
      })
    case 'authorized_user':
      return new UserRefreshClient({
        clientId: data.client_id,
        clientSecret: data.client_secret,
        refreshToken: data.refresh_token,
        ...(data.quota_project_id === undefined ? {} : { quotaProjectId: data.quota_project_id }),
        transporterOptions,
      })
    case 'impersonated_service_account': {
      const source = createAuthClient(data.source_credentials, fetch)
      const principal = toPrincipal(data.service_account_impersonation_url)
      if (!source || principal === undefined) return undefined
      return new Impersonated({
        sourceClient: source.client,
        targetPrincipal: principal,
        targetScopes: SCOPES,
        delegates: data.delegates ?? [],
        transporterOptions,
      })
    }
    // These two are read by Google's own code, field by field, from whatever an administrator wrote.
    case 'external_account': {
      const options = { ...data, scopes: SCOPES, transporterOptions }
      return ExternalAccountClient.fromJSON(options as unknown as ExternalAccountClientOptions) ?? undefined
    }
    case 'external_account_authorized_user': {
      const options = { ...data, transporterOptions }
      return new ExternalAccountAuthorizedUserClient(
        options as unknown as ExternalAccountAuthorizedUserClientOptions,
      )
    }
  }
}
