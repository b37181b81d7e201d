import { connect, sqliteCode } from './connect'

/**
 * Makes this process the only one that writes beside `file`, until the returned function is called or the process ends,
 * however it ends. Returns undefined when another process is the one.
 * A database of its own, because readers of the real one (a backup, a curious user) need not be kept out.
 */
export function lockFile(file: string): (() => void) | undefined {
  const lock = connect(`${file}.lock`, 0)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (sqliteCode(cause) === 'SQLITE_BUSY') return undefined
    throw cause
  }
  return lock.close
}
