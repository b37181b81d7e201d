import { sqliteCode } from './connect'

/** Full, read-only, failing or held by another: what the user can do something about. */
const REFUSALS = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_BUSY']

/** Whether a write failed because of the disk, and not because of a bug of ours. */
export function isRefusedByDisk(cause: unknown): boolean {
  const code = sqliteCode(cause)
  return REFUSALS.some((refusal) => code.startsWith(refusal))
}
