import { spawnSync } from 'node:child_process'
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { openTemporary, temporaryFile } from '../conversations/testing/temporary-database'

const WORKER = fileURLToPath(new URL('testing/kill-job.ts', import.meta.url))
/** All that the process may keep; it ends itself where that is not enough. The loader of TypeScript takes half of it. */
const HEAP_MB = 32
const FILE_MB = 40

/** An export of ChatGPT in which each conversation is small, and all of them are more than fits. */
function writeExport(file: string): void {
  const handle = openSync(file, 'w')
  const text = 'The river flows on and on. '.repeat(800)
  for (let number = 0; statSync(file).size < FILE_MB * 1e6; number += 1) {
    const message = {
      id: `m${number}`,
      author: { role: 'user' },
      content: { content_type: 'text', parts: [text] },
    }
    const mapping = { [`m${number}`]: { parent: null, children: [], message } }
    writeSync(
      handle,
      `${number === 0 ? '[' : ','}${JSON.stringify({ id: `c${number}`, title: '川', mapping })}`,
    )
  }
  writeSync(handle, ']')
  closeSync(handle)
}

describe('memory', () => {
  it('does not grow with the file that is imported', { timeout: 120_000 }, () => {
    const file = temporaryFile()
    openTemporary(file).close()
    const source = `${file}.json`
    writeExport(source)
    const run = (name: string, input: object) =>
      spawnSync(
        process.execPath,
        [`--max-old-space-size=${HEAP_MB}`, '--import', 'tsx', WORKER, name, JSON.stringify(input)],
        { encoding: 'utf8' },
      )
    const stage = `${file}.stage`
    const { size } = statSync(source)
    for (const done of [
      run('stageImport', { file, stage, source, bytes: size }),
      run('commitImport', { file, stage }),
    ]) {
      expect([done.status, done.stdout.trim().split('\n').at(-1), done.stderr]).toEqual([0, 'done', ''])
    }
    expect(statSync(file).size).toBeGreaterThan(FILE_MB * 0.9e6)
  })
})
