import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { connect } from '../../conversations/connect'
import { openTemporary, temporaryFile } from '../../conversations/testing/temporary-database'
import { rowsOf } from '../testing/rows-of'
import { seedConversations, uuid } from '../testing/seeded-conversations'
import { backUp } from './back-up'
import { backUpDaily, listBackups } from './backup-folder'
import { backupName, isDue, outdated, parseBackupName } from './backup-names'
import { inspectDatabase } from './inspect-database'
import { completeRestore, prepareRestore } from './restore'

const DAY_MS = 86_400_000

function seeded(conversations = 2) {
  const file = temporaryFile()
  const database = openTemporary(file)
  seedConversations(database, conversations)
  return { file, folder: join(dirname(file), 'backups'), database }
}

describe('a backup', () => {
  it('is made while the conversations are open, read at once, and holds every row', () => {
    const { file } = seeded()
    expect(backUp(file, `${file}.copy`)).toEqual({ conversations: 2, messages: 18, latestAt: 2_500 })
    expect(rowsOf(`${file}.copy`)).toEqual(rowsOf(file))
    expect(readdirSync(dirname(file)).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('gets no name when what it copies is damaged, and leaves an older one of that name', () => {
    const { file, database } = seeded(8)
    database.close()
    writeFileSync(`${file}.copy`, 'the older one')
    const bytes = readFileSync(file)
    bytes.fill(0xff, 4_096 * 3, 4_096 * 12)
    writeFileSync(file, bytes)
    expect(() => backUp(file, `${file}.copy`)).toThrow()
    expect(readFileSync(`${file}.copy`, 'utf8')).toBe('the older one')
    expect(readdirSync(dirname(file)).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('is made once a day, and the last seven are kept', () => {
    const { file, folder } = seeded()
    const begin = Date.parse('2026-11-01T10:00:00Z')
    const made = Array.from(
      { length: 20 },
      (_, half) => backUpDaily(file, folder, new Date(begin + half * 0.5 * DAY_MS)).isMade,
    )
    expect(made.filter(Boolean).length).toBe(10)
    expect(listBackups(folder).map(({ name }) => name)).toEqual(
      [10, 9, 8, 7, 6, 5, 4].map((day) => `nagare-202611${String(day).padStart(2, '0')}T100000Z-daily.db`),
    )
    expect(listBackups(folder)[0]).toMatchObject({
      kind: 'daily',
      contents: { conversations: 2, messages: 18 },
    })
  })

  it('is made again when the clock was set back by years', () => {
    const future = parseBackupName(backupName('daily', new Date('2099-01-01T00:00:00Z')))!
    expect(isDue([future], Date.parse('2026-11-01T00:00:00Z'))).toBe(true)
    expect(parseBackupName('holiday.db')).toBeUndefined()
  })

  it('of what was damaged is never thrown away', () => {
    const at = (day: number): Date => new Date(Date.UTC(2026, 0, day))
    const damaged = Array.from({ length: 12 }, (_, day) =>
      parseBackupName(backupName('damaged', at(day + 1)))!,
    )
    expect(outdated(damaged)).toEqual([])
  })
})

describe('a file that is to be restored', () => {
  it.each([
    ['is none', (file: string) => writeFileSync(file, 'x'.repeat(5_000)), 'damaged'],
    [
      'is of another app',
      (file: string) => {
        const other = connect(file, 0)
        other.exec('CREATE TABLE t (a)')
        other.close()
      },
      'foreign',
    ],
    [
      'is of a newer version',
      (file: string) => {
        const newer = connect(file, 0)
        newer.exec('PRAGMA user_version = 99')
        newer.close()
      },
      'newer',
    ],
    ['is not there', () => undefined, 'missing'],
  ])('is refused when it %s', (_, make, reason) => {
    const file = temporaryFile()
    make(file)
    expect(inspectDatabase(file)).toMatchObject({ ok: false, reason })
  })
})

describe('restoring', () => {
  const now = new Date('2026-11-02T03:04:05Z')

  it('changes nothing before the next start, then keeps the present among the backups, and can be undone', () => {
    const { file, folder, database } = seeded()
    backUp(file, `${file}.copy`)
    database.run("UPDATE conversations SET title = 'since then' WHERE id = ?", [uuid(1)])
    const present = rowsOf(file)
    const past = rowsOf(`${file}.copy`)
    expect(prepareRestore(file, `${file}.copy`)).toMatchObject({ ok: true, contents: { messages: 18 } })
    expect(rowsOf(file)).toEqual(present)
    database.close()
    const { before } = completeRestore(file, folder, now)!
    expect(rowsOf(file)).toEqual(past)
    expect(rowsOf(before!)).toEqual(present)
    expect(completeRestore(file, folder, now)).toBeUndefined()
    prepareRestore(file, before!)
    completeRestore(file, folder, now)
    expect(rowsOf(file)).toEqual(present)
  })

  it('leaves everything as it is when the backup is damaged', () => {
    const { file, folder } = seeded()
    const before = rowsOf(file)
    writeFileSync(`${file}.copy`, readFileSync(file).subarray(0, 9_000))
    expect(prepareRestore(file, `${file}.copy`)).toMatchObject({ ok: false, reason: 'damaged' })
    expect(completeRestore(file, folder, now)).toBeUndefined()
    expect(rowsOf(file)).toEqual(before)
  })

  it('goes on after a crash between its two steps', () => {
    const { file, folder, database } = seeded()
    backUp(file, `${file}.copy`)
    const past = rowsOf(`${file}.copy`)
    database.close()
    prepareRestore(file, `${file}.copy`)
    mkdirSync(folder)
    // The conversations have moved, the copy has not.
    copyFileSync(file, join(folder, 'moved.db'))
    writeFileSync(file, '')
    expect(existsSync(`${file}.incoming`)).toBe(true)
    completeRestore(file, folder, now)
    expect(rowsOf(file)).toEqual(past)
  })
})
