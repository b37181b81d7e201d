import type { z } from 'zod'

import { transportError } from '../transport/transport-fault'

export interface JsonQuestion {
  readonly headers?: Readonly<Record<string, string>>
  /** Makes it a POST. */
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** Asks a provider something small. Rejects with a `TransportFault`, `malformed` for an answer of another shape. */
export async function askJson<Schema extends z.ZodType>(
  fetch: typeof globalThis.fetch,
  address: string,
  { schema, ...question }: JsonQuestion & { readonly schema: Schema },
): Promise<z.infer<Schema>> {
  const { headers = {}, body, signal } = question
  const response = await fetch(address, {
    headers: { accept: 'application/json', ...(body === undefined ? {} : JSON_TYPE), ...headers },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })
  const text = await response.text()
  const parsed = schema.safeParse(toJson(text))
  if (parsed.success) return parsed.data
  const { host } = new URL(address)
  throw transportError({ kind: 'malformed', host, bytesReceived: Buffer.byteLength(text) })
}

const JSON_TYPE = { 'content-type': 'application/json' }

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
