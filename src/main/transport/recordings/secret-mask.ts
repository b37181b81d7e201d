import { secretsIn } from '../known-secrets'
import { createCredentialScanner, type CredentialScanner } from './credential-scanner'
import { createHeldChunks } from './held-chunks'
import type { RecordedChunk } from './recording'

export interface SecretMask {
  /** Takes what arrived; returns what of it, and of what came before, can no longer turn out to be a secret. */
  readonly push: (chunk: RecordedChunk) => readonly RecordedChunk[]
  /** What was still held back, when nothing more comes. */
  readonly end: () => readonly RecordedChunk[]
}

/** Counts all that is sent around the pieces: a provider that sends single letters wraps each in a kilobyte. */
const LONGEST_WAIT_BYTES = 256 * 1024

const STRING_FIELD = /"(\w+)"\s*:\s*"([^"\\]*(?:\\.[^"\\]*)*)"/dg

/**
 * Overwrites in a response's body what looks like a key or a token: a prompt may hold one, and a model may repeat it.
 * A model repeats it piece by piece, so a secret is looked for in every line, and in all strings that bear the same
 * name, one after the other. It is masked byte for byte: chunks keep their lengths and JSON stays JSON.
 */
export function createSecretMask(): SecretMask {
  const held = createHeldChunks()
  const fields = new Map<string, CredentialScanner>()
  const unfinished: string[] = []
  let lineStart = 0

  function scanLine(line: string): void {
    createCredentialScanner(held.mask).read(line, lineStart)
    secretsIn(line).forEach((secret) => maskAll(line, secret))
    for (const { 1: name = '', 2: value = '', indices } of line.matchAll(STRING_FIELD)) {
      const field = fields.get(name) ?? createCredentialScanner(held.mask)
      field.read(value, lineStart + (indices?.[2]?.[0] ?? 0))
      fields.set(name, field)
    }
    lineStart += line.length
  }

  function maskAll(line: string, secret: string): void {
    for (let at = line.indexOf(secret); at >= 0; at = line.indexOf(secret, at + 1)) {
      for (let letter = 0; letter < secret.length; letter++) held.mask(lineStart + at + letter)
    }
  }

  function scanLines(lines: string): void {
    for (const [line] of lines.matchAll(/[^\n]+\n?|\n/g)) scanLine(line)
    for (const [name, field] of fields) {
      field.giveUpBefore(lineStart - LONGEST_WAIT_BYTES)
      if (!field.isInside()) fields.delete(name)
    }
  }

  return {
    push: (chunk) => {
      held.add(chunk)
      // One character for each byte: whatever is looked for here is ASCII.
      const text = Buffer.from(chunk.bytes).toString('latin1')
      const wholeLength = text.lastIndexOf('\n') + 1
      if (wholeLength > 0) scanLines(unfinished.splice(0).join('') + text.slice(0, wholeLength))
      unfinished.push(text.slice(wholeLength))
      return held.releaseBefore(
        Math.min(lineStart, ...[...fields.values()].map((one) => one.undecidedSince())),
      )
    },
    end: () => {
      scanLines(unfinished.join(''))
      return held.releaseBefore(Infinity)
    },
  }
}
