import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { verifyBytes } from './fallback-archive.mjs'

// cspell:disable-next-line
const HASH_OF_ABC =
  'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nagare-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('refuses a runtime whose bytes do not match the pinned hash, and deletes it', async () => {
  const archive = join(folder, 'runtime.tgz')
  await writeFile(archive, 'abd')
  await expect(verifyBytes(archive, HASH_OF_ABC)).rejects.toThrow('not the ones Nagare knows')
  expect(existsSync(archive)).toBe(false)
})

it('keeps a runtime whose bytes match', async () => {
  const archive = join(folder, 'runtime.tgz')
  await writeFile(archive, 'abc')
  await verifyBytes(archive, HASH_OF_ABC)
  expect(existsSync(archive)).toBe(true)
})
