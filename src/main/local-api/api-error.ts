import type { AppError, AppErrorCode } from '#shared/app-error'

/** A refusal in the form of OpenAI's. */
export interface ApiError {
  readonly status: number
  readonly body: {
    readonly error: {
      readonly message: string
      readonly type: string
      readonly param: string | null
      readonly code: string
    }
  }
  readonly headers: Readonly<Record<string, string>>
}

/** By what it is called: the status and OpenAI's type. */
const REFUSALS = {
  'bad-request': [400, 'invalid_request_error'],
  unauthorized: [401, 'authentication_error'],
  forbidden: [403, 'permission_error'],
  'not-found': [404, 'invalid_request_error'],
  'wrong-method': [405, 'invalid_request_error'],
  'too-large': [413, 'invalid_request_error'],
  'wrong-type': [415, 'invalid_request_error'],
  'too-many': [429, 'rate_limit_error'],
  unexpected: [500, 'server_error'],
} as const

export type Refusal = keyof typeof REFUSALS

interface RefusalOptions {
  readonly param?: string
  readonly headers?: Readonly<Record<string, string>>
}

export function apiError(code: Refusal, message: string, options: RefusalOptions = {}): ApiError {
  const [status, type] = REFUSALS[code]
  return {
    status,
    body: { error: { message, type, param: options.param ?? null, code } },
    headers: options.headers ?? {},
  }
}

/** What a program is told of each failure. Its developer reads it, so it is English and says what to do. */
const FAILURES: Readonly<Record<AppErrorCode, readonly [status: number, type: string, message: string]>> = {
  'bad-request': [400, 'invalid_request_error', 'The request makes no sense.'],
  'missing-credentials': [403, 'permission_error', 'The connection has no key. Enter it in Nagare.'],
  'missing-project': [403, 'permission_error', 'The connection has no project. Enter it in Nagare.'],
  'rejected-credentials': [403, 'permission_error', 'The provider gave no token for these credentials.'],
  'impersonation-denied': [
    403,
    'permission_error',
    'The login of this connection may not act as its account.',
  ],
  'entra-refused': [403, 'permission_error', 'Microsoft Entra ID gave no token for this connection.'],
  'token-expired': [403, 'permission_error', 'The token of this connection has expired.'],
  'key-refused': [403, 'permission_error', 'The provider refused the key of this connection.'],
  'api-disabled': [403, 'permission_error', 'The API is switched off in the project of this connection.'],
  'permission-denied': [403, 'permission_error', 'The account of this connection may not use this model.'],
  'model-not-found': [404, 'invalid_request_error', 'There is no such model. GET /v1/models lists them.'],
  'request-refused': [400, 'invalid_request_error', 'The provider refused the request.'],
  'no-credit': [402, 'insufficient_quota', 'The account has no credit left, or has reached its limit.'],
  'day-limit': [429, 'insufficient_quota', 'The limit for a day that is set in Nagare is reached.'],
  'rate-limited': [429, 'rate_limit_error', 'The provider asks to be left alone for a while.'],
  offline: [502, 'server_error', 'There is no way to the provider. Check the network.'],
  'connection-refused': [502, 'server_error', 'The provider does not take connections.'],
  'host-not-found': [502, 'server_error', 'The provider’s host was not found. Check the network.'],
  'tls-failed': [502, 'server_error', 'The provider’s certificate is not trusted.'],
  'proxy-failed': [502, 'server_error', 'The proxy did not let the request through.'],
  'wrong-address': [502, 'server_error', 'Another server answers at the address of this connection.'],
  'provider-failed': [502, 'server_error', 'The provider failed.'],
  'connection-reset': [502, 'server_error', 'The connection to the provider broke.'],
  'malformed-stream': [502, 'server_error', 'The provider sent what is no answer.'],
  interrupted: [502, 'server_error', 'The answer was cut off.'],
  stalled: [504, 'server_error', 'The provider was silent for too long.'],
  'empty-reply': [502, 'server_error', 'The provider answered without a word.'],
  'draft-not-kept': [500, 'server_error', 'The disk refused to write.'],
  'not-kept': [500, 'server_error', 'The disk refused to write.'],
  unexpected: [500, 'server_error', 'Something went wrong. The log of Nagare says more.'],
}

/** What the chat core met. A request may have been billed, so a client is told not to repeat it by itself. */
export function fromAppError({ code, detail, facts }: AppError): ApiError {
  const [status, type, message] = FAILURES[code]
  const seconds = facts?.retryAfterSeconds
  const mayRepeat = code === 'rate-limited'
  return {
    status,
    body: { error: { message: detail === '' ? message : `${message} (${detail})`, type, param: null, code } },
    headers: {
      ...(mayRepeat ? {} : { 'x-should-retry': 'false' }),
      ...(mayRepeat && seconds !== undefined ? { 'retry-after': String(Math.ceil(seconds)) } : {}),
    },
  }
}
