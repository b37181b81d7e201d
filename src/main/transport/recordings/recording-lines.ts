import { isUtf8 } from 'node:buffer'

import { z } from 'zod'

import { redact } from '../redact'
import { faultSchema } from './fault-schema'
import type { RecordedChunk, RecordedEnding, RecordingHeader } from './recording'

/** The format that `docs/recordings.md` describes. */
const FORMAT = 'nagare-recording'
const VERSION = 1

const at = z.number().nonnegative()

export const formatLine = z.object({ format: z.literal(FORMAT), version: z.int() })

export const headerLine = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  provider: z.string(),
  model: z.string(),
  wire: z.string().exactOptional(),
  host: z.string(),
  path: z.string(),
  recordedAt: z.iso.datetime(),
  response: z.object({ at, status: z.int().min(200).max(599), contentType: z.string() }).exactOptional(),
})

export const bodyLine = z.union([
  z.strictObject({ at, text: z.string() }),
  z.strictObject({ at, base64: z.base64() }),
  z.strictObject({ at, end: z.enum(['complete', 'cancelled']) }),
  z.strictObject({ at, end: z.literal('fault'), fault: faultSchema }),
])

/** Everything but a body is redacted here; a body comes with its secrets masked. */
export function toHeaderLine(header: RecordingHeader): string {
  return toLine({ format: FORMAT, version: VERSION, ...redactWords(header) })
}

export function toChunkLine({ at, bytes }: RecordedChunk): string {
  const buffer = Buffer.from(bytes)
  return toLine(
    isUtf8(buffer)
      ? { at: round(at), text: buffer.toString('utf8') }
      : { at: round(at), base64: buffer.toString('base64') },
  )
}

export function toEndingLine(ending: Exclude<RecordedEnding, { readonly end: 'broken-off' }>): string {
  const rounded = { ...ending, at: round(ending.at) }
  return toLine(rounded.end === 'fault' ? { ...rounded, fault: redactWords(rounded.fault) } : rounded)
}

/** Finer than a tenth of a millisecond, the clock says more about the computer than about the provider. */
export function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}

function redactWords(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]),
  )
}

function toLine(fields: object): string {
  return `${JSON.stringify(fields)}\n`
}
