import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { openTemporary, temporaryFile } from '../conversations/testing/temporary-database'
import { backUp } from './backup/back-up'
import { inspectDatabase } from './backup/inspect-database'
import { completeRestore } from './backup/restore'
import { exportTo, stageFrom } from './testing/carry'
import { rowsOf } from './testing/rows-of'
import { seedConversations } from './testing/seeded-conversations'

const WORKER = fileURLToPath(new URL('testing/kill-job.ts', import.meta.url))
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
})
