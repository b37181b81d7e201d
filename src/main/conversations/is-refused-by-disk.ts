import { sqliteCode } from './connect'

/** Full, read-only, failing, damaged or held by another: what the user may do something about. */
const REFUSALS = [
  'FULL',
  'IOERR',
  'READONLY',
  'CANTOPEN',
  'PERM',
  'BUSY',
  'LOCKED',
  'NOMEM',
  'CORRUPT',
  'NOTADB',
]

/** Whether a write failed because of the disk, and not because of a bug of ours. */
export function isRefusedByDisk(cause: unknown): boolean {
  const code = sqliteCode(cause)
  return REFUSALS.some((refusal) => code.startsWith(`SQLITE_${refusal}`))
}
