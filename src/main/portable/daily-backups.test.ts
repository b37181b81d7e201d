import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

import { openTemporary, temporaryFile } from '../conversations/testing/temporary-database'
import { backUpDaily, listBackups } from './backup/backup-folder'
import { keepBackingUp } from './daily-backups'
import { seedConversations } from './testing/seeded-conversations'

const DAY_MS = 86_400_000

/** A timer that a test rings. */
function setUp(backUp: () => Promise<unknown>) {
  const waits: number[] = []
  const rings: (() => void)[] = []
  const failures: unknown[] = []
  const said: number[] = []
  keepBackingUp({
    ...{ backUp, say: () => void said.push(failures.length) },
    onFailure: (cause) => {
      failures.push(cause)
      return false
    },
    timer: (milliseconds, run) => {
      waits.push(milliseconds)
      rings.push(run)
      return () => undefined
    },
  })
  const ring = async () => {
    rings.shift()?.()
    await expect.poll(() => rings.length).toBe(1)
  }
  return { waits, said, failures, ring }
}

it('looks soon after the start and then each hour, and says once for a run of failures that one could not be made', async () => {
  const outcomes = ['fails', 'fails', 'succeeds', 'fails']
  const { waits, said, failures, ring } = setUp(() =>
    outcomes.shift() === 'fails' ? Promise.reject(new Error('full')) : Promise.resolve(),
  )
  const counts: number[] = []
  for (let time = 0; time < 4; time++) {
    await ring()
    counts.push(said.length)
  }
  expect([counts, failures.length]).toEqual([[1, 1, 1, 2], 3])
  expect(waits).toEqual([20_000, ...Array.from({ length: 4 }, () => 3_600_000)])
})

it('keeps all seven that are there when the next one cannot be made, and makes it when it can', async () => {
  const file = temporaryFile()
  seedConversations(openTemporary(file), 2)
  const folder = join(dirname(file), 'backups')
  let day = Date.parse('2026-11-01T10:00:00Z')
  for (let made = 0; made < 7; made++, day += DAY_MS) backUpDaily(file, folder, new Date(day))
  const names = () => listBackups(folder).map(({ name }) => name)
  const before = names()
  // Nothing can be written under the name of what is not finished yet.
  const next = join(folder, `nagare-20261108T100000Z-daily.db.unfinished`)
  const { said, ring } = setUp(async () => backUpDaily(file, folder, new Date(day)))
  mkdirSync(join(next, 'in-the-way'), { recursive: true })
  await ring()
  expect([said.length, names()]).toEqual([1, before])
  rmSync(next, { recursive: true })
  await ring()
  expect([said.length, names().length, names().slice(1)]).toEqual([1, 7, before.slice(0, 6)])
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  expect(listBackups(folder).every(({ contents }) => contents?.conversations === 2)).toBe(true)
})
