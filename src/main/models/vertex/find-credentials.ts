import { readFile } from 'node:fs/promises'

import { redactBriefly } from '../../transport/redact'
import { toTransportFault, transportError } from '../../transport/transport-fault'
import { modelError } from '../model-fault'
import { present } from '../present'
import { actAs, createAuthClient, type FoundClient } from './auth-client'
import type { VertexCredentials } from './credentials'
import { findMachineAccount } from './machine-account'
import type { CredentialSource, TokenSource } from './vertex-config'

type Fetch = typeof globalThis.fetch

/** Reads credentials from where the configuration says they are. Every request for a token goes through `fetch`. */
export async function findCredentials(source: CredentialSource, fetch: Fetch): Promise<VertexCredentials> {
  if (source.kind === 'api-key') {
    return { kind: 'api-key', headers: async () => ({ 'x-goog-api-key': source.apiKey }) }
  }
  const found = await findClient(source, fetch)
  const { impersonate } = source
  return toCredentials(impersonate === undefined ? found : actingAs(impersonate, found, fetch))
}

function actingAs(account: string, { client, ...found }: FoundClient, fetch: Fetch): FoundClient {
  const member = askerOf(found)
  return { ...found, ...present({ member }), account, client: actAs(account, client, fetch) }
}

/** Whoever acts as an account asks in its name. */
function askerOf({ account, member }: Pick<FoundClient, 'account' | 'member'>): string | undefined {
  return account === undefined ? member : `serviceAccount:${account}`
}

async function findClient(source: TokenSource, fetch: Fetch): Promise<FoundClient> {
  switch (source.kind) {
    case 'json':
      return toClient(source.json, fetch)
    case 'file':
      return readClient(source.file, fetch)
    case 'default':
      try {
        return await readClient(source.gcloudFile, fetch)
      } catch {
        const account = await findMachineAccount(source.metadataHost, fetch)
        if (!account) throw modelError({ kind: 'missing-credentials' })
        return account
      }
  }
}

async function readClient(file: string, fetch: Fetch): Promise<FoundClient> {
  return toClient(await readFile(file, 'utf8').catch(() => ''), fetch, { file })
}

function toClient(text: string, fetch: Fetch, where: { readonly file?: string } = {}): FoundClient {
  const found = createAuthClient(parseJson(text), fetch)
  if (!found) throw modelError({ kind: 'missing-credentials', ...where })
  return found
}

function toCredentials({ client, projectId, ...who }: FoundClient): VertexCredentials {
  const member = askerOf(who)
  return {
    kind: 'oauth',
    ...present({ projectId, member }),
    headers: async () => {
      try {
        return Object.fromEntries(await client.getRequestHeaders())
      } catch (cause) {
        throw toTokenError(cause, who)
      }
    },
  }
}

/** Where a token of another service account is asked for. */
const IMPERSONATION_HOST = 'iamcredentials.googleapis.com'

/** The library's own error carries the signed request for the token, so it ends here. */
function toTokenError(cause: unknown, who: Pick<FoundClient, 'account' | 'member'>): Error {
  const fault = toTransportFault(cause)
  if (!fault) {
    const detail = cause instanceof Error ? redactBriefly(cause.message) : 'no token'
    return modelError({ kind: 'rejected-credentials', detail })
  }
  const isRefusal = fault.kind === 'status' && [400, 401, 403, 404].includes(fault.status)
  if (!isRefusal) return transportError(fault)
  const { status, providerCode = '', providerReason, providerMessage = '' } = fault
  const detail = `${status} ${providerCode} ${providerMessage}`.trim()
  if (providerReason === 'SERVICE_DISABLED') {
    return modelError({ kind: 'api-disabled', api: fault.host, detail })
  }
  const { account } = who
  if (account !== undefined && fault.host === IMPERSONATION_HOST && status !== 401) {
    return modelError({ kind: 'impersonation-denied', ...who, account, detail })
  }
  return modelError({ kind: 'rejected-credentials', detail })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
