import { settleUnlessAborted } from '../../transport/settle-unless-aborted'
import { toTransportFault, transportError } from '../../transport/transport-fault'
import { modelError } from '../model-fault'
import { withoutSlash } from '../base-address'
import type { ConnectionContext, OpenContext } from '../provider'
import { type EntraClient, type EntraTokens, toResource } from './entra-tokens'

type Fetch = typeof globalThis.fetch

export const AUTHORITY = 'https://login.microsoftonline.com'

export type AzureLogin =
  | { readonly kind: 'key'; readonly apiKey: string }
  /** Renewed by itself. */
  | { readonly kind: 'client'; readonly client: EntraClient }
  /** Pasted by somebody, and good for an hour or so. */
  | { readonly kind: 'token'; readonly token: string }

/** What the user saved beats the environment: a stray key there must not stand in for a company's login. */
export function findAzureLogin({ read, readSaved }: ConnectionContext): AzureLogin | undefined {
  return loginOf(readSaved, read) ?? loginOf(read, read)
}

function loginOf(
  get: ConnectionContext['read'],
  getAuthority: ConnectionContext['read'],
): AzureLogin | undefined {
  const [apiKey, token] = [get('apiKey'), get('entraToken')]
  if (apiKey !== undefined) return { kind: 'key', apiKey }
  const [tenantId, clientId, clientSecret] = [get('tenantId'), get('clientId'), get('clientSecret')]
  if (tenantId !== undefined && clientId !== undefined && clientSecret !== undefined) {
    const authority = toAddress(getAuthority('authority') ?? AUTHORITY)
    return { kind: 'client', client: { authority, tenantId, clientId, clientSecret } }
  }
  return token === undefined ? undefined : { kind: 'token', token }
}

/** The variable of the environment may be a host alone. */
function toAddress(authority: string): string {
  return withoutSlash(authority.includes('://') ? authority : `https://${authority}`)
}

/** The library insists on a key, and takes one of the environment for want of another. It is never sent. */
export const KEY_OF_FETCH = 'none'

/** How a connection's requests get in. */
export interface AzureAccess {
  /** Signs every request, and tells a refused token from a refused key. */
  readonly fetch: Fetch
  /** Of a login without a key. Rejects with a `ModelFault` or a `TransportFault`. */
  readonly token: () => Promise<string>
}

/** Throws a `ModelFault` when there is nothing to log in with. */
export function openAzureAccess(context: OpenContext, tokens: EntraTokens): AzureAccess {
  const login = findAzureLogin(context)
  if (login === undefined) throw modelError({ kind: 'missing-credentials' })
  const token = async () => {
    if (login.kind === 'client') return tokens.read(login.client, context.fetchForTokens ?? context.fetch)
    return login.kind === 'token' ? login.token : ''
  }
  const sign = async (headers: Headers, signal: AbortSignal | undefined) => {
    if (login.kind === 'key') return headers.set('api-key', login.apiKey)
    headers.delete('api-key')
    const awaited = signal === undefined ? token() : settleUnlessAborted(token(), signal)
    headers.set('authorization', `Bearer ${await awaited}`)
  }
  return {
    token,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers)
      await sign(headers, init?.signal ?? undefined)
      try {
        return await context.fetch(input, { ...init, headers })
      } catch (cause) {
        throw toLoginError(cause, login, tokens)
      }
    },
  }
}

function toLoginError(cause: unknown, login: AzureLogin, tokens: EntraTokens): unknown {
  const fault = toTransportFault(cause)
  if (login.kind === 'key' || fault?.kind !== 'status' || fault.status !== 401) return cause
  const { providerCode = '', providerMessage = '' } = fault
  if (login.kind === 'token' && providerCode !== 'PermissionDenied') {
    const detail = `401 ${providerCode} ${providerMessage}`.trim()
    return modelError({ kind: 'token-expired', resource: toResource(fault.host), detail })
  }
  // Azure says 401 to a good token of somebody who lacks the role, too.
  if (login.kind === 'client') tokens.forget(login.client)
  return transportError({ ...fault, status: 403 })
}
