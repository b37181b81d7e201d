import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { connect, type Database } from './connect'
import { openDatabase } from './database'
import type { Migration } from './migrations'
import { temporaryFile } from './testing/temporary-database'

const CREATE: Migration = {
  version: 1,
  keepsRowsOf: [],
  sql: `CREATE TABLE words (word TEXT PRIMARY KEY) STRICT;
        CREATE TABLE uses (word TEXT REFERENCES words (word)) STRICT;
        INSERT INTO words VALUES ('流れ'), ('flow'); INSERT INTO uses VALUES ('flow');`,
}

function second(sql: string): Migration {
  return { version: 2, keepsRowsOf: ['words'], sql }
}

function fileOfVersionOne(): string {
  const file = temporaryFile()
  open(file, [CREATE]).close()
  return file
}

function open(file: string, known: readonly Migration[]): Database {
  const result = openDatabase(file, known)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.database
}

/** Columns, rows and version: all that a migration may change. */
function contents(file: string): unknown {
  const database = connect(file, 0)
  const tables = database.all<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL')
  const rows = ['words', 'uses'].map((table) => database.all(`SELECT * FROM ${table}`))
  const version = database.all('PRAGMA user_version')
  database.close()
  return { tables, rows, version }
}

describe('migrations', () => {
  it('run once each, in order, and leave a copy of what was before', () => {
    const file = fileOfVersionOne()
    const before = contents(file)
    const known = [CREATE, second("ALTER TABLE words ADD COLUMN language TEXT NOT NULL DEFAULT 'ja'")]
    open(file, known).close()
    const database = open(file, known)
    expect(database.all('SELECT * FROM words')).toEqual([
      { word: '流れ', language: 'ja' },
      { word: 'flow', language: 'ja' },
    ])
    database.close()
    expect(contents(`${file}.v1`)).toEqual(before)
  })

  it.each([
    ['a statement fails half-way', 'ALTER TABLE words ADD COLUMN x TEXT; INSERT INTO nowhere VALUES (1)'],
    ['rows go missing', "DELETE FROM uses; DELETE FROM words WHERE word = 'flow'"],
    ['a reference points to nothing', "UPDATE words SET word = 'river' WHERE word = 'flow'"],
  ])('leave the file as it was when %s, and name the copy', (_, sql) => {
    const file = fileOfVersionOne()
    const before = contents(file)
    const failure = { code: 'migration-failed', version: 2, copy: `${file}.v1` }
    expect(openDatabase(file, [CREATE, second(sql)])).toMatchObject({ ok: false, failure })
    expect(contents(file)).toEqual(before)
    expect(contents(`${file}.v1`)).toEqual(before)
    expect(openDatabase(file, [CREATE, second(sql)])).toMatchObject({ ok: false, failure })
    open(file, [CREATE]).close()
  })

  it('make a whole copy where half of one was left', () => {
    const file = fileOfVersionOne()
    const before = contents(file)
    writeFileSync(`${file}.v1.unfinished`, 'half a copy')
    open(file, [CREATE, second('CREATE TABLE extra (a TEXT) STRICT')]).close()
    expect(contents(`${file}.v1`)).toEqual(before)
  })

  it('do not take a full disk for a fault of theirs, and go on when there is room', () => {
    const file = fileOfVersionOne()
    const before = contents(file)
    const large = `CREATE TABLE large (a BLOB) STRICT; INSERT INTO large VALUES (x'${'00'.repeat(100_000)}')`
    expect(openDatabase(file, [CREATE, second(`PRAGMA max_page_count = 1; ${large}`)])).toMatchObject({
      ok: false,
      failure: { code: 'unwritable' },
    })
    expect(contents(file)).toEqual(before)
    open(file, [CREATE, second(large)]).close()
  })

  it('refuse a file of a newer app and do not touch a byte of it', () => {
    const file = temporaryFile()
    open(file, [CREATE, second('CREATE TABLE extra (a TEXT) STRICT')]).close()
    const bytes = readFileSync(file)
    expect(openDatabase(file, [CREATE])).toEqual({
      ok: false,
      failure: { code: 'newer', fileVersion: 2, knownVersion: 1 },
    })
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})
