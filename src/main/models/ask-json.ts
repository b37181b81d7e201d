import type { z } from 'zod'

import { transportError } from '../transport/transport-fault'

export interface JsonQuestion {
  readonly headers?: Readonly<Record<string, string>>
  /** Makes it a POST. */
  readonly body?: unknown
  /** Makes it a POST of a form. */
  readonly form?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Asks a provider something small. Rejects with a `TransportFault`, `malformed` for an answer of another shape or more than 16 MB. */
export async function askJson<Schema extends z.ZodType>(
  fetch: typeof globalThis.fetch,
  address: string,
  { schema, ...question }: JsonQuestion & { readonly schema: Schema },
): Promise<z.infer<Schema>> {
  const { headers = {}, signal } = question
  const response = await fetch(address, {
    ...toPost(question),
    headers: { accept: 'application/json', ...typeOf(question), ...headers },
    ...(signal === undefined ? {} : { signal }),
  })
  const { bytes, isWhole } = await readUpTo(MOST_BYTES, response)
  const parsed = isWhole ? schema.safeParse(toJson(bytes.toString('utf8'))) : undefined
  if (parsed?.success === true) return parsed.data
  const { host } = new URL(address)
  throw transportError({ kind: 'malformed', host, bytesReceived: bytes.length })
}

/** Ten times the longest list of models that is known. */
const MOST_BYTES = 16 * 1024 * 1024

/** What is longer is not read to its end. */
async function readUpTo(most: number, response: Response) {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    pieces.push(piece)
    length += piece.length
    if (length > most) return { bytes: Buffer.concat(pieces), isWhole: false }
  }
  return { bytes: Buffer.concat(pieces), isWhole: true }
}

function toPost({ body, form }: JsonQuestion) {
  if (form !== undefined) return { method: 'POST', body: new URLSearchParams(form).toString() }
  return body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
}

function typeOf({ body, form }: JsonQuestion): Readonly<Record<string, string>> {
  if (form !== undefined) return { 'content-type': 'application/x-www-form-urlencoded' }
  return body === undefined ? {} : { 'content-type': 'application/json' }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
