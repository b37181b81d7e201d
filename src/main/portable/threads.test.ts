import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { openTemporary, temporaryFile } from '../conversations/testing/temporary-database'
import { Cancelled } from './cancel'
import { exportTo } from './testing/carry'
import { rowsOf } from './testing/rows-of'
import { runJob } from './testing/run-worker'
import { seedConversations, uuid } from './testing/seeded-conversations'

function seeded(conversations: number) {
  const file = temporaryFile()
  const database = openTemporary(file)
  seedConversations(database, conversations)
  return { file, database }
}

describe('a thread', () => {
  it('imports while the app writes, and the app sees what came', async () => {
    const { file } = seeded(60)
    await exportTo(file, `${file}.jsonl`)
    const other = temporaryFile()
    const database = openTemporary(other)
    let writes = 0
    const busy = setInterval(() => {
      writes += 1
      database.run("INSERT INTO drafts VALUES (?, 'x', 1)", [`w${writes}`])
    }, 2)
    onTestFinished(() => clearInterval(busy))
    const seen: number[] = []
    const source = { file: other, stage: `${other}.stage`, source: `${file}.jsonl`, bytes: 1 }
    const report = await runJob('stageImport', source, { onProgress: ({ done }) => seen.push(done) })
    await runJob('commitImport', source)

    clearInterval(busy)
    expect(report.messages).toEqual({ fresh: 540, known: 0 })
    expect(rowsOf(other).message).toEqual(rowsOf(file).message)
    expect([writes > 20, rowsOf(other).draft.length]).toEqual([true, writes + 30])
    expect(seen.at(-1)).toBeGreaterThan(0)
  })

  it('leaves nothing behind when it is cancelled, and not a byte of what stood there before', async () => {
    const { file } = seeded(60)
    writeFileSync(`${file}.jsonl`, 'the older one')
    const stop = new AbortController()
    const input = { file, target: `${file}.jsonl`, conversationId: undefined, appVersion: '1' }
    const work = runJob('export', input, { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(work).rejects.toBeInstanceOf(Cancelled)
    expect(readFileSync(`${file}.jsonl`, 'utf8')).toBe('the older one')
    expect(readdirSync(dirname(file)).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('says by its name why the disk refused', async () => {
    const { file } = seeded(1)
    const input = {
      file,
      target: `${dirname(file)}/missing/x.jsonl`,
      conversationId: uuid(1),
      appVersion: '1',
    }
    await expect(runJob('export', input)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(existsSync(input.target)).toBe(false)
  })
})
