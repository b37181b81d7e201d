import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { splitByNativeCode, stageNativeCode } from './native-code.mjs'

const PLATFORMS = ['linux', 'darwin', 'win32'] as const

it('has native code for every processor that the lock file knows, and says where there is none', () => {
  const split = PLATFORMS.map((platform) => splitByNativeCode(platform, ['x64', 'arm64']).without)
  expect(split).toEqual([[], [], ['arm64']])
  // The day that this fails is the day for a package for Windows on ARM.
  const lock = readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')
  expect(lock).toContain('@libsql/win32-x64')
  expect(lock).not.toContain('@libsql/win32-arm64')
})

it('lays what npm installed where electron-builder takes it from', async () => {
  const root = await mkdtemp(join(tmpdir(), 'nagare-native-test-'))
  try {
    const installed = join(root, 'node_modules', '@libsql', 'linux-x64-gnu')
    await mkdir(installed, { recursive: true })
    await writeFile(join(installed, 'index.node'), 'native')
    await stageNativeCode(root, 'linux', ['x64'])
    expect(existsSync(join(root, 'dist/.native/linux-x64/@libsql/linux-x64-gnu/index.node'))).toBe(true)
  } finally {
    await rm(root, { recursive: true })
  }
})
