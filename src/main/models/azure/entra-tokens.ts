import { z } from 'zod'

import { rememberSecret } from '../../transport/known-secrets'
import { toTransportFault } from '../../transport/transport-fault'
import { askJson } from '../ask-json'
import { modelError, type ModelFault } from '../model-fault'

type Fetch = typeof globalThis.fetch
type EntraRefusal = Extract<ModelFault, { readonly kind: 'entra-refused' }>['refusal']

/** An application that Microsoft Entra ID knows, and what it proves itself with. */
export interface EntraClient {
  /** The cloud's sign-in, such as `https://login.microsoftonline.com`. */
  readonly authority: string
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
}

export interface EntraTokens {
  /**
   * A token that is good for minutes at least. Rejects with a `ModelFault` when Entra ID refuses, else with a
   * `TransportFault`.
   */
  readonly read: (client: EntraClient, fetch: Fetch) => Promise<string>
  /** For a token that was refused although it had not expired. */
  readonly forget: (client: EntraClient) => void
}

/** Long enough for a request that has just begun; of a token that lives shorter, half of its life. */
const RENEWED_BEFORE_MS = 5 * 60 * 1000

const answer = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })

interface KeptToken {
  readonly token: Promise<string>
  /** Milliseconds since the epoch. Infinite as long as it is being asked for, so that everybody waits for the one. */
  renewAt: number
}

/** Keeps tokens in memory alone, one for each client, and asks for the next one before the last one expires. */
export function createEntraTokens(now: () => number = Date.now): EntraTokens {
  const kept = new Map<string, KeptToken>()
  return {
    forget: (client) => void kept.delete(JSON.stringify(client)),
    read: (client, fetch) => {
      const key = JSON.stringify(client)
      const known = kept.get(key)
      if (known !== undefined && now() < known.renewAt) return known.token
      const askedAt = now()
      const asked = askForToken(client, fetch)
      const fresh: KeptToken = { token: asked.then(({ token }) => token), renewAt: Infinity }
      kept.set(key, fresh)
      asked.then(
        ({ lifetimeMs }) => {
          fresh.renewAt = askedAt + lifetimeMs - Math.min(RENEWED_BEFORE_MS, lifetimeMs / 2)
        },
        () => {
          if (kept.get(key) === fresh) kept.delete(key)
        },
      )
      return fresh.token
    },
  }
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
async function askForToken({ authority, tenantId, clientId, clientSecret }: EntraClient, fetch: Fetch) {
  const address = `${authority}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: `${toResource(new URL(authority).hostname)}/.default`,
  }
  try {
    const { access_token: token, expires_in: seconds } = await askJson(fetch, address, {
      form,
      schema: answer,
    })
    rememberSecret(token)
    return { token, lifetimeMs: seconds * 1000 }
  } catch (cause) {
    throw toRefusal(cause)
  }
}

/** Each of Microsoft's clouds, told by the end of a host in it, has its own name for the service that a token is for. */
export function toResource(hostname: string): string {
  if (hostname.endsWith('.us')) return 'https://cognitiveservices.azure.us'
  if (hostname.endsWith('.cn')) return 'https://cognitiveservices.azure.cn'
  return 'https://cognitiveservices.azure.com'
}

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const REFUSALS: Readonly<Record<string, EntraRefusal>> = {
  AADSTS7000215: 'wrong-secret',
  AADSTS7000222: 'expired-secret',
  AADSTS700016: 'unknown-client',
  AADSTS90002: 'unknown-tenant',
  AADSTS900023: 'unknown-tenant',
}

function toRefusal(cause: unknown): unknown {
  const fault = toTransportFault(cause)
  if (fault?.kind !== 'status' || ![400, 401, 403].includes(fault.status)) return cause
  const { status, providerCode = '', providerMessage = '' } = fault
  const [code = ''] = /AADSTS\d+/.exec(providerMessage) ?? []
  return modelError({
    kind: 'entra-refused',
    refusal: REFUSALS[code] ?? 'other',
    // Whatever follows names accounts, traces and times.
    detail: `${status} ${code || providerCode}`.trim(),
  })
}
