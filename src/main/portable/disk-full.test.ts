import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { connect } from '../conversations/connect'
import { openDatabase } from '../conversations/database'
import { migrate } from '../conversations/migrate'
import { migrations } from '../conversations/migrations'
import { createJournalBench, delta } from '../conversations/testing/journal-bench'
import { temporaryFile } from '../conversations/testing/temporary-database'
import { backUp } from './backup/back-up'
import { inspectDatabase } from './backup/inspect-database'
import { exportTo } from './testing/carry'
import { mountSmallDisk } from './testing/small-disk'

const MEGABYTE = 1_048_576
const PAGE_BYTES = 4_096
const CHUNK = '流れ'.repeat(500)

/** Streams until the disk refuses, makes room, and ends the reply. */
function streamOverFullDisk(bench: ReturnType<typeof createJournalBench>, makeRoom: () => void) {
  let text = ''
  const say = (): void => {
    bench.journal.take(delta(text.length, CHUNK))
    text += CHUNK
    bench.ring()
  }
  for (let chunk = 0; chunk < 2_000 && bench.told.length === 0; chunk += 1) say()
  const refused = bench.told.length
  // What comes while it is full is kept in memory.
  say()
  makeRoom()
  bench.journal.take({ type: 'reply-end', replyId: 'r', reason: 'complete' })
  bench.ring()
  return { text, refused }
}

describe('a disk that fills up', () => {
  it('in mid-reply loses no word, and says so (a real small disk)', (context) => {
    const disk = mountSmallDisk(2 * MEGABYTE)
    if (typeof disk === 'string') return context.skip(disk)
    const bench = createJournalBench({ file: join(disk.folder, 'conversations.db') })
    disk.fill(200_000)
    const { text, refused } = streamOverFullDisk(bench, disk.free)
    expect([refused, bench.told.at(-1), bench.reply()?.text === text]).toEqual([1, 'accepted', true])
  })

  it('in mid-reply loses no word, and says so (a quota of the file)', () => {
    const bench = createJournalBench()
    bench.database.exec('PRAGMA max_page_count = 60')
    const { text, refused } = streamOverFullDisk(bench, () =>
      bench.database.exec('PRAGMA max_page_count = 100000'),
    )
    expect([refused, bench.told[0]?.includes('full'), bench.told.at(-1)]).toEqual([1, true, 'accepted'])
    expect(bench.reply()?.text === text).toBe(true)
  })

  it('in mid-migration leaves the file as it was, and goes on when there is room', (context) => {
    const disk = mountSmallDisk(8 * MEGABYTE)
    if (typeof disk === 'string') return context.skip(disk)
    const file = join(disk.folder, 'conversations.db')
    const old = openDatabase(file, migrations.slice(0, 1))
    if (!old.ok) throw new Error('not opened')
    old.database.run("INSERT INTO conversations VALUES ('c', ?, 1, 1, NULL)", ['x'.repeat(MEGABYTE)])
    old.database.close()
    const before = readFileSync(file)
    for (const leave of [0, 40_000, 400_000]) {
      disk.fill(leave)
      const opened = openDatabase(file)
      if (opened.ok) opened.database.close()
      expect(opened).toMatchObject({ ok: false, failure: { code: 'unwritable' } })
      disk.free()
      expect(readFileSync(file).equals(before)).toBe(true)
    }
    const opened = openDatabase(file)
    if (opened.ok) opened.database.close()
    expect([opened.ok, inspectDatabase(file)]).toMatchObject([
      true,
      { ok: true, contents: { conversations: 1 } },
    ])
  })

  it('in mid-migration leaves the file as it was, and goes on when there is room (a quota of the file)', () => {
    const file = temporaryFile()
    const old = openDatabase(file, migrations.slice(0, 1))
    if (!old.ok) throw new Error('not opened')
    old.database.run("INSERT INTO conversations VALUES ('c', ?, 1, 1, NULL)", ['x'.repeat(MEGABYTE)])
    old.database.close()
    const before = readFileSync(file)
    const pages = before.length / PAGE_BYTES
    for (const more of [0, 4, 12]) {
      const connection = connect(file, 0)
      connection.all(`PRAGMA max_page_count = ${pages + more}`)
      expect(() => migrate(connection, file, migrations), `${more} pages more`).toThrow('full')
      connection.close()
      expect(readFileSync(file).equals(before)).toBe(true)
    }
    const opened = openDatabase(file)
    if (opened.ok) opened.database.close()
    expect([opened.ok, inspectDatabase(file)]).toMatchObject([
      true,
      { ok: true, contents: { conversations: 1 } },
    ])
  })

  it('leaves neither half a backup nor half an export', async (context) => {
    const disk = mountSmallDisk(2 * MEGABYTE)
    if (typeof disk === 'string') return context.skip(disk)
    const file = temporaryFile()
    const { database, journal } = createJournalBench({ file })
    journal.take(delta(0, CHUNK.repeat(800)))
    journal.take({ type: 'reply-end', replyId: 'r', reason: 'complete' })
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    expect(() => backUp(file, join(disk.folder, 'b.db'))).toThrow()
    await expect(exportTo(file, join(disk.folder, 'e.jsonl'))).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(readdirSync(disk.folder)).toEqual([])
  })
})

describe('a disk that allows no writing', () => {
  it('is met with a reason, and the file as it was; and opens when it allows it', (context) => {
    const disk = mountSmallDisk(4 * MEGABYTE)
    if (typeof disk === 'string') return context.skip(disk)
    const file = join(disk.folder, 'conversations.db')
    const first = openDatabase(file)
    if (!first.ok) throw new Error('not opened')
    first.database.run(
      "INSERT INTO conversations (id, title, created_at, updated_at) VALUES ('c', 'x', 1, 1)",
    )
    first.database.close()
    const before = readFileSync(file)
    disk.allowWriting(false)
    expect(openDatabase(file)).toMatchObject({ ok: false, failure: { code: 'unwritable' } })
    expect(readFileSync(file).equals(before)).toBe(true)
    disk.allowWriting(true)
    const opened = openDatabase(file)
    if (opened.ok) opened.database.close()
    expect([opened.ok, inspectDatabase(file)]).toMatchObject([
      true,
      { ok: true, contents: { conversations: 1 } },
    ])
  })

  it('refuses a reply without losing a word, and takes it when it allows writing again', () => {
    const bench = createJournalBench()
    bench.journal.take(delta(0, CHUNK))
    bench.ring()
    bench.database.exec('PRAGMA query_only = ON')
    bench.journal.take(delta(CHUNK.length, CHUNK))
    bench.ring()
    expect(bench.told).toHaveLength(1)
    bench.database.exec('PRAGMA query_only = OFF')
    bench.journal.take({ type: 'reply-end', replyId: 'r', reason: 'complete' })
    bench.ring()
    expect([bench.told.at(-1), bench.reply()?.text === CHUNK.repeat(2)]).toEqual(['accepted', true])
  })
})
