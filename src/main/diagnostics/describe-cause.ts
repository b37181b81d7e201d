import { isAbsolute, relative } from 'node:path'

import { toFrames } from '#shared/stack-frames'

const DEEPEST_CAUSE = 4
const NET_CODE = /^net::(ERR_[A-Z0-9_]{1,60})$/
/** Of a provider's making, a name or a code may be anything. */
const WORD = /^[\w.-]{1,60}$/

/** What may be written of a failure: what kind it is and where it happened. */
export interface CauseFields {
  /** The name of its class. */
  readonly kind: string
  readonly code?: string
  readonly status?: number
  /** What the system was asked to do. */
  readonly syscall?: string
  /** Of the app's own folder, and relative to it. */
  readonly file?: string
  /** Innermost first. */
  readonly frames?: readonly string[]
  readonly cause?: CauseFields
}

/**
 * The message of an error is left out: a provider repeats the prompt in it, a parser the text that it could not read, the
 * system the name of a file that the user chose. What remains says what kind it is, and where in the program.
 */
export function describeCause(cause: unknown, ownFolder: string, depth = 0): CauseFields {
  if (!(cause instanceof Error)) return { kind: typeof cause }
  const { code, status, syscall, path } = cause as unknown as Readonly<Record<string, unknown>>
  const netCode = NET_CODE.exec(cause.message)?.[1]
  const file = typeof path === 'string' ? relativeTo(ownFolder, path) : undefined
  return {
    kind: isWord(cause.name) ? cause.name : 'Error',
    ...(isWord(code) ? { code } : netCode !== undefined && { code: netCode }),
    ...(typeof status === 'number' && { status }),
    ...(isWord(syscall) && { syscall }),
    ...(file !== undefined && { file }),
    frames: toFrames(cause.stack ?? ''),
    ...(cause.cause !== undefined &&
      depth < DEEPEST_CAUSE && { cause: describeCause(cause.cause, ownFolder, depth + 1) }),
  }
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && WORD.test(value)
}

function relativeTo(folder: string, path: string): string | undefined {
  const inside = relative(folder, path)
  return inside.startsWith('..') || isAbsolute(inside) ? undefined : inside
}
