import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { cachedFallback, cacheFolder, isNagareFallback, refreshLauncher } from './fallback-runtime.mjs'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nagare-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('takes a folder without the marker for no finished runtime', async () => {
  expect(cachedFallback(folder)).toBeUndefined()
  await writeFile(join(folder, 'NOT-FOR-PACKAGING.txt'), '')
  expect(cachedFallback(folder)).toBe(join(folder, 'electron'))
})

it('knows the fallback by its folder and by its executable, so that packaging can refuse both', async () => {
  await writeFile(join(folder, 'NOT-FOR-PACKAGING.txt'), '')
  const paths = [folder, join(folder, 'electron'), tmpdir()]
  expect(paths.map(isNagareFallback)).toEqual([true, true, false])
})

it('brings a changed launcher into a cached runtime, without its tests', async () => {
  const source = join(folder, 'launcher')
  const target = join(folder, 'runtime', 'resources', 'app')
  for (const path of [source, target]) await mkdir(path, { recursive: true })
  await writeFile(join(target, 'main.mjs'), 'old')
  await writeFile(join(source, 'main.mjs'), 'new')
  await writeFile(join(source, 'main.test.ts'), 'a test')
  await refreshLauncher(join(folder, 'runtime'), source)
  expect([await readdir(target), await readFile(join(target, 'main.mjs'), 'utf8')]).toEqual([
    ['main.mjs'],
    'new',
  ])
})

it('keeps its cache where XDG_CACHE_HOME says', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'nagare'))
})
