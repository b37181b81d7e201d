import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { findElectron, installedElectron } from './electron-runtime.mjs'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'nagare-'))
  await mkdir(join(home, 'dist'))
  await writeFile(join(home, 'package.json'), JSON.stringify({ version: '45.4.1' }))
  await writeFile(join(home, 'path.txt'), 'electron')
  await writeFile(join(home, 'dist', 'electron'), '')
})
afterEach(() => rm(home, { recursive: true }))

it('finds the official Electron by the path it left', async () => {
  await writeFile(join(home, 'dist', 'version'), '45.4.1')
  expect(installedElectron(home)).toBe(join(home, 'dist', 'electron'))
})

it('does not take an Electron of another version for the one package.json asks for', async () => {
  await writeFile(join(home, 'dist', 'version'), '44.0.0')
  expect(installedElectron(home)).toBeUndefined()
})

it('takes the Electron it is given, and nothing else', async () => {
  expect(await findElectron(home, { ELECTRON_EXEC_PATH: process.execPath })).toBe(process.execPath)
})

it('says so when the Electron it is given cannot run', async () => {
  const given = join(home, 'dist', 'electron')
  await expect(findElectron(home, { ELECTRON_EXEC_PATH: given })).rejects.toThrow('no program that can run')
})
