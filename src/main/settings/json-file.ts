import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { z } from 'zod'

export type Json = Readonly<Record<string, unknown>>

export type FoundJson =
  /** Empty when there is no file yet. */
  | { readonly kind: 'json'; readonly json: Json }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unreadable'; readonly detail: string }

/** What became of a file that could not be used. */
export type FileProblem =
  /** It could not be understood at all, and is kept under this name. */
  | { readonly kind: 'set-aside'; readonly file: string }
  /** It is there but cannot be read, or not be put aside. It stays as it is. */
  | { readonly kind: 'unreadable'; readonly detail: string }

const object = z.record(z.string(), z.unknown())

export type FoundText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly detail: string }

/** Reads a file that its owner may have written, without the byte-order mark that Notepad puts first. */
export function readText(file: string): FoundText {
  try {
    return { kind: 'text', text: readFileSync(file, 'utf8').replace(/^\ufeff/, '') }
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    return isMissing ? { kind: 'missing' } : { kind: 'unreadable', detail: String(cause) }
  }
}

export function readJson(file: string): FoundJson {
  const found = readText(file)
  if (found.kind === 'missing') return { kind: 'json', json: {} }
  if (found.kind === 'unreadable') return found
  try {
    return { kind: 'json', json: object.parse(JSON.parse(found.text)) }
  } catch {
    return { kind: 'damaged' }
  }
}

/** A file that makes no sense may still hold what its owner wants back. */
export function putAside(file: string, at: Date): FileProblem {
  const aside = `${file}.damaged-${at.toISOString().replaceAll(':', '-')}`
  try {
    renameSync(file, aside)
    return { kind: 'set-aside', file: aside }
  } catch (cause) {
    return { kind: 'unreadable', detail: String(cause) }
  }
}

/** For its owner alone. */
export function writeJson(file: string, json: Json): void {
  writeText(file, `${JSON.stringify(json, null, 2)}\n`, 0o600)
}

/** A crash in the middle leaves either the old file or the new one, never half of one. Throws when the disk refuses. */
export function writeText(file: string, text: string, mode: number): void {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished`
  writeFileSync(unfinished, text, { flush: true, mode })
  renameSync(unfinished, file)
}
