import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { openSettings } from './settings-store'

const now = () => new Date('2026-11-22T10:20:30Z')
const onDisk = () => JSON.parse(readFileSync(file, 'utf8')) as unknown
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
    const vertex = { project: 'p', fromTheFuture: { a: 1 } }
    writeFileSync(file, JSON.stringify({ fromTheFuture: [1], vertex }))
    openSettings(file, now).change({ modelId: 'x/y', vertex: { project: 'q' } })
    expect(onDisk()).toEqual({
      fromTheFuture: [1],
      vertex: { project: 'q', fromTheFuture: { a: 1 } },
      modelId: 'x/y',
    })
  })

  it('keep what the user wrote into the file while the app was running', () => {
    const store = openSettings(file, now)
    writeFileSync(file, '{"vertex":{"project":"p"}}')
    store.change({ modelId: 'x/y' })
    expect(onDisk()).toEqual({ vertex: { project: 'p' }, modelId: 'x/y' })
  })

  it('lose a setting that is taken away, and no other', () => {
    writeFileSync(file, '{"modelId":"x/y","vertex":{"project":"p","apiKey":"k"}}')
    const store = openSettings(file, now)
    store.change({ vertex: { apiKey: undefined } })
    expect(onDisk()).toEqual({ modelId: 'x/y', vertex: { project: 'p' } })
    expect(store.read()).toEqual(onDisk())
  })

  it('have a list replaced, not merged', () => {
    const store = openSettings(file, now)
    store.change({ favouriteModels: ['a/b', 'c/d'] })
    store.change({ favouriteModels: ['e/f'] })
    expect([store.read(), onDisk()]).toEqual([{ favouriteModels: ['e/f'] }, { favouriteModels: ['e/f'] }])
  })

  it('are read from a file that Notepad saved', () => {
    writeFileSync(file, '\ufeff{"modelId":"x/y"}')
    const { read, problem } = openSettings(file, now)
    expect([read(), problem]).toEqual([{ modelId: 'x/y' }, undefined])
  })

  it.each([
    [{ vertex: { project: 'p', location: '' } }, { vertex: { project: 'p' } }, ['vertex.location']],
    [{ vertex: { project: 'p' }, stallSeconds: 3 }, { vertex: { project: 'p' } }, ['stallSeconds']],
    [{ stallSeconds: 30, vertex: 'p' }, { stallSeconds: 30 }, ['vertex']],
    [
      { stallSeconds: 30, finishInBackground: 'no', vertex: { project: 'p', apiKey: 7, model: '' } },
      { stallSeconds: 30, vertex: { project: 'p' } },
      ['finishInBackground', 'vertex.apiKey', 'vertex.model'],
    ],
  ])('ignore only what is odd in %j, name it and leave it in the file', (written, understood, names) => {
    writeFileSync(file, JSON.stringify(written))
    const store = openSettings(file, now)
    expect([store.read(), store.problem]).toEqual([understood, { kind: 'ignored', names }])
    store.change({ modelId: 'x/y' })
    expect(onDisk()).toEqual({ ...written, modelId: 'x/y' })
  })

  it.each(['', '{"modelId":', '[]', 'null'])(
    'put the damaged file %j aside instead of overwriting it',
    (damaged) => {
      writeFileSync(file, damaged)
      const store = openSettings(file, now)
      store.change({ modelId: 'demo/flow' })

      const aside = `${file}.damaged-2026-11-22T10-20-30.000Z`
      expect(store.problem).toEqual({ kind: 'set-aside', file: aside })
      expect(readFileSync(aside, 'utf8')).toBe(damaged)
      expect(readdirSync(folder).sort()).toEqual([
        'settings.json',
        'settings.json.damaged-2026-11-22T10-20-30.000Z',
      ])
    },
  )

  it('leave a file alone that cannot be read, and are written once it can be', () => {
    // Nobody can read a folder as a file, not even the superuser.
    mkdirSync(file)
    const store = openSettings(file, now)
    expect([store.read(), store.problem]).toEqual([
      {},
      { kind: 'unreadable', detail: expect.stringContaining('EISDIR') as unknown },
    ])
    store.change({ modelId: 'x/y' })
    expect([store.read(), readdirSync(folder)]).toEqual([{ modelId: 'x/y' }, ['settings.json']])

    rmdirSync(file)
    writeFileSync(file, '{"stallSeconds":30}')
    store.change({ finishInBackground: true })
    expect(onDisk()).toEqual({ stallSeconds: 30, modelId: 'x/y', finishInBackground: true })
  })

  it('change nothing when the disk refuses, as whoever asked is told', () => {
    const store = openSettings(file, now)
    store.change({ modelId: 'x/y' })
    // Nothing can be written where a folder is.
    mkdirSync(`${file}.unfinished`)
    expect(() => store.change({ modelId: 'x/z' })).toThrow()
    expect([store.read(), onDisk()]).toEqual([{ modelId: 'x/y' }, { modelId: 'x/y' }])
    rmdirSync(`${file}.unfinished`)
    store.change({ finishInBackground: true })
    expect(onDisk()).toEqual({ modelId: 'x/y', finishInBackground: true })
  })
})
