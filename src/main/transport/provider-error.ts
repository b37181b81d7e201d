import { z } from 'zod'

import { redactBriefly } from './redact'

/** A provider's own words about its failure, as far as it had any. */
export interface ProviderError {
  /** For example `PERMISSION_DENIED`, `invalid_grant`, `rate_limit_exceeded`. */
  readonly providerCode?: string
  /** Finer than the code, for example `SERVICE_DISABLED`. */
  readonly providerReason?: string
  readonly providerMessage?: string
}

export interface ReadProviderError {
  /** Empty when the body said nothing that we understand. */
  readonly words: ProviderError
  /** The status that the body itself claims; it differs from HTTP's inside a stream. */
  readonly status?: number
  readonly retryAfterSeconds?: number
}

/** Inside a stream OpenAI and Anthropic tell the kind of failure by a word instead of a number. */
const STATUS_OF_WORD: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  permission_error: 403,
  not_found_error: 404,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  requests: 429,
  tokens: 429,
  api_error: 500,
  server_error: 500,
  overloaded_error: 529,
}

const detail = z.looseObject({
  reason: z.string().optional(),
  retryDelay: z
    .string()
    .regex(/^\d+(\.\d+)?s$/)
    .optional()
    .catch(undefined),
})

/** Google's, OpenAI's and Anthropic's error object. */
const errorObject = z.looseObject({
  code: z.union([z.number(), z.string()]).nullish(),
  /** Azure repeats the number here. */
  status: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
  message: z.string().nullish(),
  details: z.array(detail.catch({})).nullish(),
})

/** A token endpoint says `{ error: 'invalid_grant', error_description }`. */
const body = z.looseObject({
  error: z.union([errorObject, z.string()]),
  error_description: z.string().nullish(),
})

/** Reads the body of a failed response. */
export function readProviderError(text: string): ReadProviderError {
  const json = parseJson(text)
  // The stream without `alt=sse` is an array, and so is its error.
  const parsed = body.safeParse(Array.isArray(json) ? json[0] : json)
  if (!parsed.success) return { words: {} }
  const { error, error_description: description } = parsed.data
  if (typeof error === 'string')
    return { words: toWords({ providerCode: error, providerMessage: description }) }
  const details = error.details ?? []
  const status =
    typeof error.code === 'number'
      ? error.code
      : (STATUS_OF_WORD[error.code ?? ''] ?? STATUS_OF_WORD[error.type ?? ''])
  const delay = details.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay
  return {
    words: toWords({
      providerCode:
        (typeof error.status === 'string' ? error.status : undefined) ??
        (typeof error.code === 'string' ? error.code : error.type),
      providerReason: details.find(({ reason }) => reason !== undefined)?.reason,
      providerMessage: error.message,
    }),
    ...(status === undefined ? {} : { status }),
    ...(delay === undefined ? {} : { retryAfterSeconds: Math.ceil(Number.parseFloat(delay)) }),
  }
}

function toWords(found: {
  readonly [Word in keyof ProviderError]: string | null | undefined
}): ProviderError {
  const said = Object.entries(found).flatMap(([name, text]) => (text ? [[name, redactBriefly(text)]] : []))
  return Object.fromEntries(said)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
