import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { hashSources } from './build.mjs'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'nagare-'))
  await mkdir(join(root, 'src', 'main'), { recursive: true })
  await writeFile(join(root, 'package.json'), '{}')
  await writeFile(join(root, 'src', 'main', 'index.ts'), 'export {}')
})
afterEach(() => rm(root, { recursive: true }))

it('needs no build after a checkout that changes only dates', async () => {
  const before = await hashSources(root)
  await utimes(join(root, 'src', 'main', 'index.ts'), 0, 0)
  expect(await hashSources(root)).toBe(before)
})

it.each([
  ['a source changed', () => writeFile(join(root, 'src', 'main', 'index.ts'), 'export const one = 1')],
  ['a source moved', () => rename(join(root, 'src', 'main', 'index.ts'), join(root, 'src', 'index.ts'))],
  ['a source went away', () => rm(join(root, 'src', 'main', 'index.ts'))],
  ['a setting changed', () => writeFile(join(root, 'package.json'), '{"type":"module"}')],
])('needs a build after %s', async (_, change) => {
  const before = await hashSources(root)
  await change()
  expect(await hashSources(root)).not.toBe(before)
})
