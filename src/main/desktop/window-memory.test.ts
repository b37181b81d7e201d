import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { openWindowMemory } from './window-memory'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nagare-window-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const STATE = { bounds: { x: -20, y: 30, width: 900, height: 700 }, isMaximized: true }

it('remembers how a window stood', () => {
  const memory = openWindowMemory(join(folder, 'window.json'), () => {})
  const before = memory.read()
  memory.keep(STATE)
  expect([before, openWindowMemory(join(folder, 'window.json'), () => {}).read()]).toEqual([{}, STATE])
})

it.each(['', 'no JSON', '[]', '{"bounds":{"x":"left"}}', '{"bounds":{"x":0,"y":0,"width":1,"height":1e9}}'])(
  'opens in the usual place when the file says “%s”',
  (text) => {
    writeFileSync(join(folder, 'window.json'), text)
    expect(openWindowMemory(join(folder, 'window.json'), () => {}).read()).toEqual({})
  },
)

it('tells of a disk that refuses, and goes on', () => {
  const failures: unknown[] = []
  openWindowMemory(join(folder, 'window.json', 'within-a-file'), (cause) => failures.push(cause)).keep({})
  writeFileSync(join(folder, 'file'), '')
  openWindowMemory(join(folder, 'file', 'window.json'), (cause) => failures.push(cause)).keep(STATE)
  expect(failures).toHaveLength(1)
})
