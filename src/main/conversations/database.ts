import { accessSync, constants, existsSync } from 'node:fs'

import { connect, type Database, sqliteCode } from './connect'
import { lockFile } from './lock-file'
import { migrate, type MigrationFailure } from './migrate'
import { type Migration, migrations } from './migrations'

export type OpenResult =
  { readonly ok: true; readonly database: Database } | { readonly ok: false; readonly failure: OpenFailure }

/** Why the conversations cannot be opened. The file is as it was in every case. */
export type OpenFailure =
  | MigrationFailure
  /** Another process writes in it. */
  | { readonly code: 'in-use' }
  /** It is no database, or a broken one. */
  | { readonly code: 'damaged'; readonly detail: string }
  /** The folder is missing or read-only, the disk is full. */
  | { readonly code: 'unwritable'; readonly detail: string }

export const BUSY_TIMEOUT_MS = 2_000
const DAMAGED = ['SQLITE_NOTADB', 'SQLITE_CORRUPT']

/** Opens the file, brings its schema up to date, and keeps other writers out until it is closed. */
export function openDatabase(file: string, known: readonly Migration[] = migrations): OpenResult {
  let unlock: (() => void) | undefined
  try {
    // SQLite would open it all the same, and refuse whatever is said in it, without a word about it before.
    if (existsSync(file)) accessSync(file, constants.W_OK)
    unlock = lockFile(file)
    if (unlock === undefined) return { ok: false, failure: { code: 'in-use' } }
    return openLocked(file, known, unlock)
  } catch (cause) {
    unlock?.()
    return { ok: false, failure: toOpenFailure(cause) }
  }
}

/** What a failure to read or write the file at the start means. */
export function toOpenFailure(cause: unknown): OpenFailure {
  if (sqliteCode(cause).startsWith('SQLITE_BUSY')) return { code: 'in-use' }
  // A column that holds something else than the JSON that was put there is damage, too.
  const isDamaged = cause instanceof SyntaxError || isDamage(cause)
  return { code: isDamaged ? 'damaged' : 'unwritable', detail: String(cause) }
}

/** Whether SQLite says that the file is broken. */
export function isDamage(cause: unknown): boolean {
  return DAMAGED.some((damage) => sqliteCode(cause).startsWith(damage))
}

function openLocked(file: string, known: readonly Migration[], unlock: () => void): OpenResult {
  const connection = connect(file, BUSY_TIMEOUT_MS)
  try {
    const failure = migrate(connection, file, known)
    if (failure !== undefined) {
      connection.close()
      unlock()
      return { ok: false, failure }
    }
    connection.exec('PRAGMA journal_mode = WAL')
    connection.exec('PRAGMA foreign_keys = ON')
  } catch (cause) {
    connection.close()
    throw cause
  }
  function close(): void {
    gatherIntoOneFile(connection)
    connection.close()
    unlock()
  }
  return { ok: true, database: { ...connection, close } }
}

/** A user who copies the file after the app has quit copies everything. */
function gatherIntoOneFile(connection: Database): void {
  try {
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // Closed before, or no room on the disk: the write-ahead log stays beside the file and is read at the next start.
  }
}
