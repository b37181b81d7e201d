import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { openDatabase } from '../../conversations/database'
import { openConversations } from '../../conversations/open-conversations'
import { openTemporary, temporaryFile } from '../../conversations/testing/temporary-database'
import { rowsOf } from '../testing/rows-of'
import { seedConversations, uuid } from '../testing/seeded-conversations'
import { inspectDatabase } from './inspect-database'
import { salvage } from './salvage'

const PAGE_BYTES = 4_096

function seeded(conversations = 16) {
  const file = temporaryFile()
  const database = openTemporary(file)
  seedConversations(database, conversations)
  database.run('UPDATE messages SET text = ? WHERE id = ?', ['長い'.repeat(20_000), uuid(2_000_000)])
  return { file, database }
}

type Rows = ReturnType<typeof rowsOf>

/** Messages by their id, as text, so that a row counts only when it is the same to the letter. */
function words(rows: Rows): ReadonlyMap<string, string> {
  return new Map(
    rows.message.map((row) => {
      const { id, text, thought } = row as {
        readonly id: string
        readonly text: string
        readonly thought: string
      }
      return [id, `${text}\0${thought}`]
    }),
  )
}

describe('salvaging', () => {
  it('finds every row of a whole file, words in the write-ahead log and long ones too', () => {
    const { file } = seeded()
    expect(existsSync(`${file}-wal`)).toBe(true)
    expect(salvage(file, `${file}.new`)).toMatchObject({ conversations: 16, messages: 144 })
    expect(rowsOf(`${file}.new`)).toEqual(rowsOf(file))
  })

  it('brings back nothing that was deleted for good', () => {
    const { file, database } = seeded(10)
    database.exec(
      'PRAGMA foreign_keys = OFF; DELETE FROM messages; DELETE FROM reply_arrivals; UPDATE conversations SET leaf_id = NULL',
    )
    database.close()
    expect(salvage(file, `${file}.new`)).toMatchObject({ conversations: 10, messages: 0 })
  })

  it('loses no more than the page that is damaged, wherever in the file it lies', () => {
    const { file, database } = seeded()
    const before = rowsOf(file)
    database.close()
    const whole = readFileSync(file)
    const pages = whole.length / PAGE_BYTES
    const told: string[] = []
    for (let page = 0; page < pages; page += Math.ceil(pages / 12)) {
      const damaged = Buffer.from(whole)
      damaged.fill(0xa5, page * PAGE_BYTES, page * PAGE_BYTES + PAGE_BYTES)
      writeFileSync(`${file}.damaged`, damaged)
      salvage(`${file}.damaged`, `${file}.new`)
      const found = words(rowsOf(`${file}.new`))
      const lost = [...words(before)].filter(([id, text]) => found.get(id) !== text).length
      // A page holds some ten messages of this size; the long one lies on pages of its own.
      if (lost > 25) told.push(`page ${page}: ${lost} messages`)
      expect(inspectDatabase(`${file}.new`).ok).toBe(true)
    }
    expect(told).toEqual([])
    expect(pages).toBeGreaterThan(30)
  })

  it('finds everything behind a header that is damaged', () => {
    const { file, database } = seeded()
    const before = words(rowsOf(file))
    database.close()
    const bytes = readFileSync(file)
    bytes.fill(0, 0, 100)
    writeFileSync(file, bytes)
    expect(openDatabase(file)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    salvage(file, `${file}.new`)
    expect(words(rowsOf(`${file}.new`))).toEqual(before)
  })

  it('makes a file that the app opens and shows, whichever single byte is flipped', () => {
    const { file, database } = seeded(4)
    const before = words(rowsOf(file))
    database.close()
    const whole = readFileSync(file)
    let random = 7
    for (let round = 0; round < 20; round += 1) {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648
      const at = random % whole.length
      const damaged = Buffer.from(whole)
      damaged[at] = damaged[at]! ^ 0xff
      writeFileSync(`${file}.damaged`, damaged)
      salvage(`${file}.damaged`, `${file}.new`)
      const opened = openConversations(`${file}.new`, (cause) => {
        throw cause
      })
      if (!opened.ok) throw new Error(`byte ${at}: ${JSON.stringify(opened.failure)}`)
      for (let number = 1; number <= 4; number += 1) opened.conversations.open(uuid(number))
      opened.close()
      const found = words(rowsOf(`${file}.new`))
      const lost = [...before].filter(([id, text]) => found.get(id) !== text).length
      expect(lost, `byte ${at}`).toBeLessThan(25)
    }
  })

  it('leaves the damaged file as it is', () => {
    const { file, database } = seeded(2)
    database.close()
    copyFileSync(file, `${file}.same`)
    salvage(file, `${file}.new`)
    expect(readFileSync(file).equals(readFileSync(`${file}.same`))).toBe(true)
  })
})
