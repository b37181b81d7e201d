import type { Done } from '#shared/requests/portable'
import type { PortableFailure } from '#shared/portable'

import { Cancelled } from './cancel'

/** Lets one long work be done at a time, and ends it when that is wished. */
export interface OneWork {
  /** `undefined` from the work means that the user thought better of it. */
  run<Value extends object>(work: (signal: AbortSignal) => Promise<Value | undefined>): Promise<Done<Value>>
  cancel(): void
}

export function createOneWork(onFailure: (cause: unknown) => void): OneWork {
  let current: AbortController | undefined

  async function run<Value extends object>(
    work: (signal: AbortSignal) => Promise<Value | undefined>,
  ): Promise<Done<Value>> {
    if (current !== undefined) return { outcome: 'failed', reason: 'busy' }
    current = new AbortController()
    try {
      const value = await work(current.signal)
      return value === undefined ? { outcome: 'cancelled' } : { outcome: 'done', ...value }
    } catch (cause) {
      if (cause instanceof Cancelled) return { outcome: 'cancelled' }
      onFailure(cause)
      return { outcome: 'failed', reason: toReason(cause) }
    } finally {
      current = undefined
    }
  }

  return { run, cancel: () => current?.abort() }
}

const REASONS: readonly (readonly [codes: RegExp, reason: PortableFailure])[] = [
  [/^(?:ENOSPC|EDQUOT|SQLITE_FULL)/, 'disk-full'],
  [/^(?:EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/, 'not-writable'],
  [/^(?:ENOENT|EISDIR|EIO)/, 'not-readable'],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, 'damaged'],
  [/^NOT_PRINTED/, 'not-printed'],
]

function toReason(cause: unknown): PortableFailure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return REASONS.find(([codes]) => codes.test(code))?.[1] ?? 'unexpected'
}
