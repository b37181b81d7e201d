import type { Fault } from '../wire/fault'
import { readBody } from '../wire/seen-request'
import { sendJson } from '../wire/send-json'
import { startWireEmulator, type WireEmulator } from '../wire/wire-emulator'

/** What is said to the next request for a token: nothing special, or a status with a body of Entra ID's. */
export interface EntraScript {
  readonly fault?: Extract<Fault, { readonly kind: 'status' }>
  /** Seconds that the token is good for. */
  readonly lifetime?: number
}

export type EntraEmulator = WireEmulator<EntraScript>

export interface EntraClientFacts {
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
}

/** A JWT as Microsoft gives them out, signed by nobody. `serial` tells one from the next. */
export function entraToken(serial: number): string {
  const claims = { aud: 'https://cognitiveservices.azure.com', jti: `emulated-${serial}` }
  return [{ typ: 'JWT', alg: 'RS256' }, claims, `signature ${serial}`]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
}

/** An HTTP server that answers as Microsoft Entra ID's token endpoint does, to one registered application. */
export async function startEntraEmulator(client: EntraClientFacts): Promise<EntraEmulator> {
  return startWireEmulator<EntraScript>({
    defaultReply: {},
    answer: async (request, { record, exchange, takeReply, serial }) => {
      record.body = await readBody(request)
      const [, tenant] = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(record.path) ?? []
      if (record.method !== 'POST' || tenant === undefined)
        return sendJson(exchange, { status: 404, body: '' })
      const { fault, lifetime = 3599 } = takeReply()
      if (fault) return sendJson(exchange, { status: fault.status, body: fault.body ?? '' })
      const refusal = refusalOf({ tenant, form: record.body }, client)
      if (refusal) return sendJson(exchange, refusal)
      const body = { token_type: 'Bearer', expires_in: lifetime, ext_expires_in: lifetime }
      return sendJson(exchange, { status: 200, body: { ...body, access_token: entraToken(serial) } })
    },
  })
}

interface Asked {
  readonly tenant: string
  readonly form: unknown
}

/** The first thing that Entra ID finds wrong. */
function refusalOf({ tenant, form }: Asked, client: EntraClientFacts) {
  const fields = form as Readonly<Record<string, string | undefined>>
  if (tenant !== client.tenantId)
    return entraRefusal(400, 'invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`)
  if (fields['grant_type'] !== 'client_credentials')
    return entraRefusal(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant.')
  if (!fields['scope']?.endsWith('/.default'))
    return entraRefusal(400, 'invalid_scope', 'AADSTS1002012: The provided value for scope is not valid.')
  if (fields['client_id'] !== client.clientId)
    return entraRefusal(
      400,
      'unauthorized_client',
      `AADSTS700016: Application with identifier '${fields['client_id']}' was not found in the directory.`,
    )
  if (fields['client_secret'] !== client.clientSecret)
    return entraRefusal(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.')
  return undefined
}

/** As Entra ID words it. */
export function entraRefusal(status: number, error: string, description: string) {
  const trace = 'Trace ID: 00000000-0000-0000-0000-000000000000 Timestamp: 2026-11-26 09:00:00Z'
  const codes = [Number(/\d+/.exec(description)?.[0])]
  return { status, body: { error, error_description: `${description} ${trace}`, error_codes: codes } }
}
