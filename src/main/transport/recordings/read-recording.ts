import type { z } from 'zod'

import type { RecordedChunk, RecordedEnding, Recording } from './recording'
import { bodyLine, formatLine, headerLine } from './recording-lines'

/** Why a text cannot be replayed. Lines are counted from 1. */
export type RecordingFault =
  | { readonly kind: 'not-a-recording' }
  | { readonly kind: 'unknown-version'; readonly version: number }
  | { readonly kind: 'damaged'; readonly line: number }

export type ReadRecording =
  | { readonly ok: true; readonly recording: Recording }
  | { readonly ok: false; readonly fault: RecordingFault }

/** Reads a recording's file. One that was never ended is read as far as it goes; half a last line is dropped. */
export function readRecording(text: string): ReadRecording {
  const [first = '', ...rest] = text.slice(0, text.lastIndexOf('\n')).split('\n')
  const json = parseJson(first)
  const format = formatLine.safeParse(json)
  if (!format.success) return { ok: false, fault: { kind: 'not-a-recording' } }
  const { version } = format.data
  if (version !== 1) return { ok: false, fault: { kind: 'unknown-version', version } }
  const header = headerLine.safeParse(json)
  if (!header.success) return { ok: false, fault: { kind: 'damaged', line: 1 } }

  const { provider, model, wire, host, path, recordedAt, response } = header.data
  const body = readBody(rest, response?.at ?? 0)
  if (typeof body === 'number') return { ok: false, fault: { kind: 'damaged', line: body + 2 } }
  return {
    ok: true,
    recording: {
      header: {
        ...{ provider, model, host, path, recordedAt },
        ...(wire === undefined ? {} : { wire }),
        ...(response === undefined ? {} : { response }),
      },
      ...body,
    },
  }
}

/** The index of the first line that cannot be, when there is one. */
function readBody(lines: readonly string[], startedAt: number): Omit<Recording, 'header'> | number {
  const chunks: RecordedChunk[] = []
  let ending: RecordedEnding | undefined
  let latest = startedAt
  for (const [index, text] of lines.entries()) {
    const line = bodyLine.safeParse(parseJson(text))
    // Time does not run backwards, and nothing follows the ending.
    if (!line.success || ending || line.data.at < latest) return index
    latest = line.data.at
    if ('end' in line.data) ending = line.data
    else chunks.push({ at: latest, bytes: toBytes(line.data) })
  }
  return { chunks, ending: ending ?? { at: latest, end: 'broken-off' } }
}

type ChunkLine = Exclude<z.infer<typeof bodyLine>, { readonly end: string }>

function toBytes(line: ChunkLine): Uint8Array {
  return 'text' in line ? Buffer.from(line.text, 'utf8') : Buffer.from(line.base64, 'base64')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
