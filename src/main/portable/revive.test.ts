import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { openConversations } from '../conversations/open-conversations'
import { openTemporary, temporaryFile } from '../conversations/testing/temporary-database'
import { backUp } from './backup/back-up'
import { freeBackupFile } from './backup/backup-folder'
import { markDamaged } from './damage-mark'
import { type Choice, type Outcome, revive } from './revive'
import { rowsOf } from './testing/rows-of'
import { seedConversations, uuid } from './testing/seeded-conversations'

const NOW = new Date('2026-11-02T03:04:05Z')

function seeded() {
  const file = temporaryFile()
  const database = openTemporary(file)
  seedConversations(database, 3)
  const before = rowsOf(file)
  const backups = join(dirname(file), 'backups')
  const backup = freeBackupFile(backups, 'daily', new Date('2026-11-01T00:00:00Z'))
  backUp(file, backup)
  database.close()
  return { file, backups, backup, before }
}

/** Starts with a user who chooses one after the other, and then quits. */
async function start(
  { file, backups }: { file: string; backups: string },
  choices: Choice[],
  picked?: string,
) {
  const asked: (readonly [string, readonly Choice[]])[] = []
  const told: Outcome[] = []
  const opened = await revive({
    ...{ file, backups, now: () => NOW, open: () => openConversations(file, () => {}) },
    ask: (trouble, offered) => {
      asked.push([trouble.code, offered])
      return Promise.resolve(choices.shift() ?? 'quit')
    },
    pickBackup: () => Promise.resolve(picked),
    tell: (outcome) => Promise.resolve(void told.push(outcome)),
    showFolder: () => undefined,
  })
  if (opened !== undefined) onTestFinished(() => void opened.close())
  return { opened, asked, told }
}

function damage(file: string): Buffer {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 0, 100)
  writeFileSync(file, bytes)
  return bytes
}

describe('a start', () => {
  it('asks nothing of a new user, nor of one whose file is whole', async () => {
    const file = temporaryFile()
    const fresh = await start({ file, backups: join(dirname(file), 'backups') }, [])
    const whole = await start(seeded(), [])
    expect([fresh.opened?.ok, fresh.asked, whole.opened?.ok, whole.asked]).toEqual([true, [], true, []])
  })

  it.each([
    ['is gone', (file: string) => rmSync(file)],
    ['is empty', (file: string) => truncateSync(file)],
  ])('never shows an empty history without a word when the file %s', async (_, lose) => {
    const place = seeded()
    lose(place.file)
    const { opened, asked } = await start(place, [])
    expect([opened, asked]).toEqual([
      undefined,
      [['missing', ['restore', 'again', 'anew', 'folder', 'quit']]],
    ])
  })

  it('restores a backup in the place of what is lost', async () => {
    const place = seeded()
    rmSync(place.file)
    const { opened, told } = await start(place, ['restore'], place.backup)
    expect([opened?.ok, told[0]?.type, rowsOf(place.file)]).toEqual([true, 'restored', place.before])
  })

  it('salvages a damaged file, says how much, and keeps the damaged one', async () => {
    const place = seeded()
    const bytes = damage(place.file)
    const { opened, told } = await start(place, ['folder', 'again', 'salvage'])
    expect(told).toMatchObject([{ type: 'salvaged', contents: { conversations: 3, messages: 27 } }])
    expect(opened?.conversations.open(uuid(1)).messages.length).toBeGreaterThan(0)
    expect(rowsOf(place.file)).toEqual(place.before)
    const kept = (told[0] as Extract<Outcome, { type: 'salvaged' }>).kept
    expect(readFileSync(kept).equals(bytes)).toBe(true)
  })

  it('asks about damage that was found while it was open, until something is done about it', async () => {
    const place = seeded()
    markDamaged(place.file)
    const left = await start(place, [])
    const { opened, asked } = await start(place, ['again'])
    opened?.close()
    const next = await start(place, [])
    expect([left.opened, asked.map(([code]) => code), next.asked]).toEqual([undefined, ['damaged'], []])
    next.opened?.close()
    markDamaged(place.file)
    const salvaged = await start(place, ['salvage'])
    expect([salvaged.told[0]?.type, salvaged.asked.length, rowsOf(place.file)]).toEqual([
      'salvaged',
      1,
      place.before,
    ])
  })

  it('begins anew only when it is told to, and keeps the damaged file', async () => {
    const place = seeded()
    const bytes = damage(place.file)
    const left = await start(place, [])
    expect([left.opened, readFileSync(place.file).equals(bytes)]).toEqual([undefined, true])
    const { opened, told } = await start(place, ['anew'])
    const kept = (told[0] as Extract<Outcome, { type: 'anew' }>).kept ?? ''
    expect([opened?.ok, readFileSync(kept).equals(bytes), rowsOf(place.file).message]).toEqual([
      true,
      true,
      [],
    ])
  })

  it('asks again when a backup is damaged too, and has changed nothing', async () => {
    const place = seeded()
    const bytes = damage(place.file)
    writeFileSync(place.backup, 'x'.repeat(9_000))
    const { opened, asked, told } = await start(place, ['restore'], place.backup)
    expect([opened, asked.length, told]).toEqual([undefined, 2, [{ type: 'unusable-backup' }]])
    expect(readFileSync(place.file).equals(bytes)).toBe(true)
  })

  it('says that nothing can be read where nothing can, and leaves the file', async () => {
    const place = seeded()
    writeFileSync(place.file, 'x'.repeat(20_000))
    const { told } = await start(place, ['salvage'])
    expect(told).toEqual([{ type: 'nothing-to-salvage' }])
    expect(existsSync(place.file)).toBe(true)
    expect(readdirSync(dirname(place.file)).filter((name) => name.includes('salvaged'))).toEqual([])
  })
})
