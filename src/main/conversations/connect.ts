import { pathToFileURL } from 'node:url'

import Libsql from 'libsql'

/** What SQLite keeps. A boolean is missing on purpose: the driver ends the whole process over one. */
export type SqlValue = string | number | Uint8Array | null

/** A SQLite connection, cut down to what the store uses. Every call is synchronous and throws a `SqliteError`. */
export interface Database {
  /** Every row of a query. The caller knows what its columns hold. */
  all<Row>(sql: string, values?: readonly SqlValue[]): readonly Row[]
  /** How many rows were changed. */
  run(sql: string, values?: readonly SqlValue[]): number
  /** Runs statements that take no values. */
  exec(sql: string): void
  /** All or nothing. With `full`, the words are on the disk itself when it returns, power cut or not. */
  transact<Value>(work: () => Value, durability?: 'normal' | 'full'): Value
  /** A second call does nothing. */
  close(): void
}

/** Opens a connection without looking at what the file holds. */
export function connect(
  file: string,
  busyTimeoutMs: number,
  { isReadOnly = false }: { readonly isReadOnly?: boolean } = {},
): Database {
  // The driver knows an option for this, and ignores it.
  const address = isReadOnly ? `${pathToFileURL(file).href}?mode=ro` : file
  const connection = new Libsql(address, { timeout: busyTimeoutMs })
  const prepared = new Map<string, ReturnType<typeof connection.prepare>>()

  function statement(sql: string): ReturnType<typeof connection.prepare> {
    const known = prepared.get(sql) ?? connection.prepare(sql)
    prepared.set(sql, known)
    return known
  }

  function transact<Value>(work: () => Value, durability: 'normal' | 'full' = 'normal'): Value {
    // SQLite ignores this pragma inside a transaction.
    connection.exec(`PRAGMA synchronous = ${durability}`)
    connection.exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      connection.exec('COMMIT')
      return value
    } catch (cause) {
      // A full disk makes SQLite roll back by itself; a second roll-back would hide why.
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw cause
    }
  }

  return {
    // Values go in as one array: the driver takes a lone null or blob for a table of names, and crashes.
    all: <Row>(sql: string, values: readonly SqlValue[] = []) => statement(sql).all([...values]) as Row[],
    run: (sql, values = []) => statement(sql).run([...values]).changes,
    exec: (sql) => void connection.exec(sql),
    transact,
    close: () => {
      prepared.clear()
      if (connection.open) connection.close()
    },
  }
}

/** SQLite's name for what went wrong, for example `SQLITE_FULL`. */
export function sqliteCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}
