import { rmSync } from 'node:fs'

import { connect, type Database } from '../conversations/connect'
import { migrate } from '../conversations/migrate'
import { migrations } from '../conversations/migrations'

/** An empty database of the newest schema; whatever was there goes. References are not checked in it. */
export function createDatabase(file: string): Database {
  dropDatabase(file)
  const database = connect(file, 0)
  const failure = migrate(database, file, migrations)
  dropCopies(file)
  if (failure !== undefined) {
    database.close()
    throw new Error(JSON.stringify(failure))
  }
  database.exec('PRAGMA foreign_keys = OFF')
  return database
}

export function dropDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
  dropCopies(file)
}

/** Of an empty database nobody needs the copies that a migration leaves. */
function dropCopies(file: string): void {
  for (const { version } of migrations) rmSync(`${file}.v${version}`, { force: true })
}
