/** What `POST https://oauth2.googleapis.com/token` answers. */
export interface TokenAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const AUDIENCES: readonly unknown[] = [
  'https://oauth2.googleapis.com/token',
  'https://www.googleapis.com/oauth2/v4/token',
]

/** Grants a token for a well-formed service-account assertion or refresh token; signatures are not checked. */
export function answerTokenRequest(form: unknown, serial: number): TokenAnswer {
  const fields = isRecord(form) ? form : {}
  switch (fields['grant_type']) {
    case JWT_BEARER: {
      const complaint = findJwtComplaint(fields['assertion'])
      return complaint ? refuse('invalid_grant', `Invalid JWT: ${complaint}`) : grant(serial, {})
    }
    case 'refresh_token': {
      const missing = ['client_id', 'client_secret', 'refresh_token'].find((name) => !fields[name])
      const scope = 'https://www.googleapis.com/auth/cloud-platform'
      return missing
        ? refuse('invalid_request', `Missing required parameter: ${missing}`)
        : grant(serial, { scope })
    }
    default:
      return refuse('unsupported_grant_type', `Invalid grant_type: ${String(fields['grant_type'])}`)
  }
}

function grant(serial: number, extra: TokenAnswer['body']): TokenAnswer {
  const body = { access_token: `ya29.emulator-${serial}`, expires_in: 3599, ...extra, token_type: 'Bearer' }
  return { status: 200, body }
}

function refuse(error: string, description: string): TokenAnswer {
  return { status: 400, body: { error, error_description: description } }
}

/** The first thing Google's endpoint would find wrong with an assertion, apart from its signature. */
function findJwtComplaint(assertion: unknown): string | undefined {
  const segments = typeof assertion === 'string' ? assertion.split('.') : []
  if (segments.length !== 3) return 'Not a valid JWT format.'
  const [header, claims] = segments.map(decodeSegment)
  if (header?.['alg'] !== 'RS256') return 'Must use RS256.'
  if (typeof claims?.['iss'] !== 'string') return 'Missing issuer.'
  if (typeof claims['scope'] !== 'string' && typeof claims['sub'] !== 'string') return 'Missing scope.'
  if (!AUDIENCES.includes(claims['aud'])) return 'Failed audience check.'
  const { iat, exp } = claims
  const isTimely = typeof iat === 'number' && typeof exp === 'number' && exp > iat && exp - iat <= 3600
  if (!isTimely) return 'Token must be a short-lived token (60 minutes) and in a reasonable timeframe.'
  return undefined
}

function decodeSegment(segment: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'))
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
