import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { openTemporary, temporaryFile } from '../conversations/testing/temporary-database'
import { backUp } from './backup/back-up'
import { inspectDatabase } from './backup/inspect-database'
import { namedBackups } from './backup/backup-folder'
import { completeRestore, prepareRestore } from './backup/restore'
import { exportTo, stageFrom } from './testing/carry'
import { rowsOf } from './testing/rows-of'
import { seedConversations } from './testing/seeded-conversations'

const WORKER = fileURLToPath(new URL('testing/kill-job.ts', import.meta.url))
const FINISH = fileURLToPath(new URL('testing/kill-restore.ts', import.meta.url))
const ROUNDS = 2

function begin(name: string, input: object): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', WORKER, name, JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Kills the process so long after it said the word. */
async function killAfter(child: ChildProcess, word: string, milliseconds: number): Promise<void> {
  const gone = once(child, 'exit')
  let said = ''
  for await (const words of child.stdout!) {
    said += String(words)
    if (said.includes(word)) break
  }
  await setTimeout(milliseconds)
  child.kill('SIGKILL')
  await gone
}

describe('kill -9', () => {
  it(
    'in mid-import leaves all of it or nothing, and the next import ends it',
    { timeout: 120_000 },
    async () => {
      const source = temporaryFile()
      const database = openTemporary(source)
      seedConversations(database, 120)
      await exportTo(source, `${source}.jsonl`)
      const file = temporaryFile()
      openTemporary(file).close()
      await stageFrom(`${source}.jsonl`, file)
      const counts: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        await killAfter(begin('commitImport', { file, stage: `${file}.stage` }), 'under way', 5 + round * 20)
        expect(inspectDatabase(file)).toMatchObject({ ok: true })
        counts.push(rowsOf(file).message.length)
      }
      expect(counts.filter((count) => count !== 0 && count !== 1_080)).toEqual([])
      const { add } = await stageFrom(`${source}.jsonl`, file)
      add()
      expect(rowsOf(file)).toEqual(rowsOf(source))
    },
  )

  it('in mid-restore leaves the present or the past, and nothing half', { timeout: 120_000 }, async () => {
    const file = temporaryFile()
    const database = openTemporary(file)
    seedConversations(database, 60)
    const backup = `${file}.copy`
    backUp(file, backup)
    const past = rowsOf(backup)
    database.run("UPDATE conversations SET title = 'since then'")
    database.close()
    const present = rowsOf(file)
    for (let round = 0; round < ROUNDS; round += 1) {
      await killAfter(begin('prepareRestore', { file, source: backup }), 'begun', round * 5)
      completeRestore(file, join(dirname(file), 'backups'), new Date(round * 1_000))
      expect([present, past]).toContainEqual(rowsOf(file))
      expect(inspectDatabase(file).ok).toBe(true)
    }
  })

  it(
    'at any step of the end of a restore loses neither the present nor the past',
    { timeout: 120_000 },
    () => {
      let killed = 0
      for (let step = 1; ; step += 1) {
        const file = temporaryFile()
        const backups = join(dirname(file), 'backups')
        const database = openTemporary(file)
        seedConversations(database, 3)
        const past = rowsOf(file)
        backUp(file, `${file}.copy`)
        database.run("UPDATE conversations SET title = 'since then'")
        const present = rowsOf(file)
        database.close()
        prepareRestore(file, `${file}.copy`)

        const { signal } = spawnSync(process.execPath, [
          '--import',
          'tsx',
          FINISH,
          file,
          backups,
          String(step),
        ])
        completeRestore(file, backups, new Date())
        expect(rowsOf(file), `step ${step}`).toEqual(past)
        const [kept] = namedBackups(backups)
        expect(readdirSync(backups), `step ${step}`).toEqual([kept?.name])
        expect(rowsOf(join(backups, kept?.name ?? '')), `step ${step}`).toEqual(present)
        if (signal === null) break
        killed += 1
      }
      expect(killed).toBeGreaterThanOrEqual(4)
    },
  )
})
