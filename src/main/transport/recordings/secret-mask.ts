import { findCredentials, findUnfinished } from './credential-shapes'
import type { RecordedChunk } from './recording'

export interface SecretMask {
  /** Takes what arrived; returns what of it, and of what came before, can no longer turn out to be a secret. */
  readonly push: (chunk: RecordedChunk) => readonly RecordedChunk[]
  /** What was still held back, when nothing more comes. */
  readonly end: () => readonly RecordedChunk[]
}

/** A possible secret that is longer than this is none. Counts everything that is sent around it as well. */
const LONGEST_WAIT_BYTES = 256 * 1024
const MASK = 'x'.charCodeAt(0)

const STRING_FIELD = /"(\w+)"\s*:\s*"([^"\\]*(?:\\.[^"\\]*)*)"/dg

/** The end of a field's text that may be the beginning of a secret, and where in the body each character stands. */
interface Tail {
  readonly text: string
  readonly positions: readonly number[]
}

/**
 * Overwrites in a response's body what looks like a key or a token: a prompt may hold one, and a model may repeat it.
 * A model repeats it piece by piece, so a secret is looked for in every line, and in all strings that bear the same
 * name, one after the other. It is masked byte for byte: chunks keep their lengths and JSON stays JSON.
 */
export function createSecretMask(): SecretMask {
  const tails = new Map<string, Tail>()
  let held: readonly (RecordedChunk & { readonly start: number })[] = []
  let received = 0
  let line = ''

  function mask(position: number): void {
    const chunk = held.find(({ start, bytes }) => position < start + bytes.length)
    if (chunk) chunk.bytes[position - chunk.start] = MASK
  }

  function scanLine(text: string, offset: number): void {
    for (const { start, end } of findCredentials(text)) {
      for (let index = start; index < end; index++) mask(offset + index)
    }
    for (const { 1: name = '', 2: value = '', indices } of text.matchAll(STRING_FIELD)) {
      const valueOffset = offset + (indices?.[2]?.[0] ?? 0)
      tails.set(name, scanField(tails.get(name), value, valueOffset))
    }
  }

  function scanField(tail: Tail = { text: '', positions: [] }, value: string, valueOffset: number): Tail {
    const text = tail.text + value
    const positionOf = (index: number) => tail.positions[index] ?? valueOffset + index - tail.positions.length
    if (tail.text !== '') {
      for (const { start, end } of findCredentials(text)) {
        for (let index = start; index < end; index++) mask(positionOf(index))
      }
    }
    const unfinished = findUnfinished(text) ?? text.length
    const positions = Array.from({ length: text.length - unfinished }, (_, index) =>
      positionOf(unfinished + index),
    )
    return { text: text.slice(unfinished), positions }
  }

  function release(until: number): readonly RecordedChunk[] {
    const isSettled = ({ start, bytes }: (typeof held)[number]) => start + bytes.length <= until
    const settled = held.filter(isSettled)
    held = held.filter((chunk) => !isSettled(chunk))
    return settled.map(({ at, bytes }) => ({ at, bytes }))
  }

  return {
    push: ({ at, bytes }) => {
      held = [...held, { at, bytes: Uint8Array.from(bytes), start: received }]
      // One character for each byte: whatever is looked for here is ASCII.
      line += Buffer.from(bytes).toString('latin1')
      received += bytes.length
      for (let length = line.indexOf('\n') + 1; length > 0; length = line.indexOf('\n') + 1) {
        scanLine(line.slice(0, length), received - line.length)
        line = line.slice(length)
      }
      const lineStart = received - line.length
      for (const [name, { positions }] of tails) {
        if (lineStart - (positions[0] ?? lineStart) > LONGEST_WAIT_BYTES) tails.delete(name)
      }
      return release(
        Math.min(lineStart, ...[...tails.values()].map(({ positions }) => positions[0] ?? lineStart)),
      )
    },
    end: () => {
      scanLine(line, received - line.length)
      return release(received)
    },
  }
}
