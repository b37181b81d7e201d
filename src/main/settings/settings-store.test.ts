import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { openSettings } from './settings-store'

const now = () => new Date('2026-11-22T10:20:30Z')
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nagare-settings-'))
  file = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('settings', () => {
  it('are empty before the first change, and then as they were left', () => {
    expect(openSettings(file, now).read()).toEqual({})
    openSettings(file, now).change({ modelId: 'demo/flow' })
    expect(openSettings(file, now).read()).toEqual({ modelId: 'demo/flow' })
  })

  it('keep what a newer version of the app wrote', () => {
    writeFileSync(file, '{"fromTheFuture":[1],"vertex":{"project":"p"}}')
    openSettings(file, now).change({ modelId: 'x/y' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      fromTheFuture: [1],
      vertex: { project: 'p' },
      modelId: 'x/y',
    })
  })

  it.each(['', '{"modelId":', '[]', '{"modelId":7}'])(
    'put the damaged file %j aside instead of overwriting it',
    (damaged) => {
      writeFileSync(file, damaged)
      const store = openSettings(file, now)
      store.change({ modelId: 'demo/flow' })

      expect(store.setAside).toBe(`${file}.damaged-2026-11-22T10-20-30.000Z`)
      expect(readFileSync(store.setAside ?? '', 'utf8')).toBe(damaged)
      expect(readdirSync(folder).sort()).toEqual([
        'settings.json',
        'settings.json.damaged-2026-11-22T10-20-30.000Z',
      ])
    },
  )
})
