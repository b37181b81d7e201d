import { renameSync, rmSync } from 'node:fs'

import type { Database } from './connect'
import { isRefusedByDisk } from './is-refused-by-disk'
import type { Migration } from './migrations'

export type MigrationFailure =
  /** A newer version of the app wrote it. */
  | { readonly code: 'newer'; readonly fileVersion: number; readonly knownVersion: number }
  /** The file is as it was before; `copy` is a second one of the same. */
  | {
      readonly code: 'migration-failed'
      readonly version: number
      readonly detail: string
      readonly copy: string
    }

/**
 * Takes a database through every migration that it has not seen, each in one transaction: all of it or nothing.
 * The copy made before stays beside the file, named after the version that it holds. Throws what the disk refuses.
 */
export function migrate(
  database: Database,
  file: string,
  known: readonly Migration[],
): MigrationFailure | undefined {
  const fileVersion = versionOf(database)
  const knownVersion = known.at(-1)?.version ?? 0
  if (fileVersion > knownVersion) return { code: 'newer', fileVersion, knownVersion }

  for (const migration of known.filter(({ version }) => version > fileVersion)) {
    const copy = `${file}.v${versionOf(database)}`
    try {
      if (versionOf(database) > 0) copyTo(database, copy)
      applyMigration(database, migration)
    } catch (cause) {
      // A full disk is no fault of the migration: there is something to do about it, and then it goes on.
      if (isRefusedByDisk(cause)) throw cause
      return { code: 'migration-failed', version: migration.version, detail: String(cause), copy }
    }
  }
  return undefined
}

function versionOf(database: Database): number {
  return database.all<{ user_version: number }>('PRAGMA user_version')[0]?.user_version ?? 0
}

/** Never leaves half a copy under the real name. */
function copyTo(database: Database, copy: string): void {
  const unfinished = `${copy}.unfinished`
  rmSync(unfinished, { force: true })
  database.run('VACUUM INTO ?', [unfinished])
  renameSync(unfinished, copy)
}

function applyMigration(database: Database, { version, sql, keepsRowsOf }: Migration): void {
  // Rebuilding a table drops it for a moment, which the references to it would forbid.
  database.exec('PRAGMA foreign_keys = OFF')
  database.transact(() => {
    const before = countRows(database, keepsRowsOf)
    database.exec(sql)
    const after = countRows(database, keepsRowsOf)
    if (before !== after) throw new Error(`rows before: ${before}, after: ${after}`)
    const broken = database.all('PRAGMA foreign_key_check')
    if (broken.length > 0) throw new Error(`${broken.length} broken references`)
    database.exec(`PRAGMA user_version = ${version}`)
  }, 'full')
}

function countRows(database: Database, tables: readonly string[]): string {
  const counts = tables.map(
    (table) => database.all<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)[0],
  )
  return tables.map((table, index) => `${table} ${counts[index]?.rows}`).join(', ')
}
