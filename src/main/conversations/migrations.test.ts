import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { connect, type Database } from './connect'
import { openDatabase } from './database'
import { migrations } from './migrations'
import { openTemporary, temporaryFile } from './testing/temporary-database'

/** A file of each schema that was ever released, as its own version wrote it. */
const FOLDER = join(import.meta.dirname, 'testing/fixtures')
const fixtures = readdirSync(FOLDER).map((name) => [name, Number(/^v(\d+)\.sql$/.exec(name)?.[1])] as const)

interface Column {
  readonly table: string
  readonly name: string
}

const TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
const COLUMNS = `
  SELECT t.name AS "table", c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
  WHERE t.type = 'table' ORDER BY t.name, c.cid`

function write(name: string): string {
  const file = temporaryFile()
  const database = connect(file, 0)
  database.exec(readFileSync(join(FOLDER, name), 'utf8'))
  database.close()
  return file
}

/** Everything in the columns that a schema had, but for the titles that were empty then. */
function contents(database: Database, columns: readonly Column[]): unknown {
  const tables = [...new Set(columns.map(({ table }) => table))]
  return tables.map((table) => {
    const names = columns.filter((column) => column.table === table && column.name !== 'title')
    const sql = `SELECT ${names.map(({ name }) => name).join(', ')} FROM ${table} ORDER BY 1`
    return [table, database.all(sql)]
  })
}

describe('the migrations', () => {
  it('are numbered without a gap, and there is a fixture of each schema', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
    expect(fixtures.map(([, version]) => version).sort()).toEqual(migrations.map(({ version }) => version))
  })

  it.each(fixtures)('bring %s up to date, with every row that it had', (name, version) => {
    const file = write(name)
    const before = connect(file, 0)
    const columns = before.all<Column>(COLUMNS)
    const then = contents(before, columns)
    before.close()

    const database = openTemporary(file)
    expect(contents(database, columns)).toEqual(then)
    expect(database.all('PRAGMA user_version')).toEqual([{ user_version: migrations.at(-1)?.version }])
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(database.all('PRAGMA foreign_key_check')).toEqual([])
    database.close()

    if (version === migrations.at(-1)?.version) return
    const copy = connect(`${file}.v${version}`, 0)
    expect(contents(copy, columns)).toEqual(then)
    copy.close()
  })

  it.each(fixtures)('make of %s the same schema as of a new file', (name) => {
    const schema = (database: Database) => [database.all(TABLES), database.all(COLUMNS)]
    const [migrated, created] = [openTemporary(write(name)), openTemporary()]
    expect(schema(migrated)).toEqual(schema(created))
  })

  it('give what had no title the beginning of its first prompt', () => {
    const titles = openTemporary(write('v1.sql')).all('SELECT id, title, title_source FROM conversations')
    expect(titles).toEqual([
      { id: 'baseball', title: 'What is baseball?', title_source: 'prompt' },
      { id: 'cricket', title: '野球とは？ '.repeat(10).trim(), title_source: 'prompt' },
    ])
  })

  it('leave a file of a newer app as it is, whatever they know', () => {
    const file = write('v1.sql')
    const future = connect(file, 0)
    future.exec('PRAGMA user_version = 1000')
    future.close()
    const bytes = readFileSync(file)
    expect(openDatabase(file)).toMatchObject({ ok: false, failure: { code: 'newer', fileVersion: 1000 } })
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})
