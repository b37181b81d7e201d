import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { openModelLists } from './model-lists'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nagare-lists-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

it('are there at the next start, but for those of a connection that was taken away', () => {
  const file = join(folder, 'models.json')
  const lists = openModelLists(file, (cause) => expect.unreachable(String(cause)))
  for (const id of ['one', 'two']) lists.write(id, [{ name: `model-of-${id}` }])
  lists.forget('one')
  const again = openModelLists(file, (cause) => expect.unreachable(String(cause)))
  expect([again.read('one'), again.read('two')]).toEqual([undefined, [{ name: 'model-of-two' }]])
})

it('hold for this run when the disk takes none, and hide nothing', () => {
  // Where the file would be is a folder.
  const file = join(folder, 'models.json')
  mkdirSync(file)
  const refusals: unknown[] = []
  const lists = openModelLists(file, (cause) => refusals.push(cause))
  lists.write('one', [{ name: 'model' }])
  expect([lists.read('one'), refusals.length]).toEqual([[{ name: 'model' }], 1])
})
