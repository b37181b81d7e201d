import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { chooseTargets, findTools } from './targets.mjs'

const EVERYTHING = ['dir', 'tar.gz', 'deb', 'rpm', 'AppImage']

it('builds everything where tools can be downloaded, except an rpm without rpmbuild', () => {
  const tools = { canDownload: true, local: new Set<string>(), env: {} }
  expect(chooseTargets(EVERYTHING, tools)).toEqual({
    targets: ['dir', 'tar.gz', 'deb', 'AppImage'],
    left: ['rpm: rpmbuild is not installed (Debian and Ubuntu have it in the package "rpm").'],
  })
})

it('names each tool that is missing, and builds the rest with what is here', () => {
  const tools = { canDownload: false, local: new Set(['7-Zip', 'fpm', 'rpmbuild']), env: {} }
  expect(chooseTargets(EVERYTHING, tools)).toEqual({
    targets: ['dir', 'tar.gz', 'deb'],
    left: [
      'rpm: fpm for rpm could not be downloaded from github.com.',
      'AppImage: the AppImage runtime could not be downloaded from github.com.',
    ],
  })
})

it('believes in a mirror without asking it, and takes nothing else instead of its tools', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nagare-tools-'))
  try {
    await mkdir(join(folder, 'bin'))
    await writeFile(join(folder, 'bin', 'rpmbuild'), '', { mode: 0o755 })
    const env = { PATH: join(folder, 'bin'), ELECTRON_BUILDER_BINARIES_MIRROR: 'https://mirror.invalid/' }
    expect(await findTools(folder, env)).toEqual({ canDownload: true, local: new Set(['rpmbuild']), env: {} })
  } finally {
    await rm(folder, { recursive: true })
  }
})
