import type { IncomingHttpHeaders } from 'node:http'

import type { SeenRequest } from '../wire/seen-request'
import type { StreamFormat } from '../wire/stream-format'
import type { Said, SpokenChunk } from './said'

/** How one provider speaks over HTTP. */
export interface Dialect {
  readonly format: StreamFormat
  /** What a request is for; undefined for an address that the provider does not serve. */
  readonly recognise: (request: SeenRequest) => Asked | undefined
  readonly hasKey: (headers: IncomingHttpHeaders) => boolean
  /** The first thing that the provider would find wrong with a request for an answer. */
  readonly complaint: (body: unknown) => string | undefined
  readonly chunks: (
    said: Said,
    asked: { readonly model: string; readonly body: unknown },
  ) => readonly SpokenChunk[]
  /** The body that the provider documents for a status. */
  readonly failure: (status: number, message?: string) => unknown
  /** The answer to a request for its models, or for one of them. */
  readonly models: (names: readonly string[]) => unknown
  readonly model: (name: string) => unknown
}

export type Asked =
  | { readonly for: 'answer'; readonly model: string }
  | { readonly for: 'models' }
  | { readonly for: 'model'; readonly model: string }

/** A field of something that came over the wire. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

export function textFieldOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name)
  return typeof field === 'string' ? field : undefined
}

export function lacksMessages(body: unknown, name = 'messages'): boolean {
  const messages = fieldOf(body, name)
  return !Array.isArray(messages) || messages.length === 0
}
