import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { hasProgram } from '../../scripts/programs.mjs'
import { toControl } from './build-deb.mjs'
import { readFpmArguments } from './fpm-arguments.mjs'

/** As electron-builder 26 writes them. */
const ARGUMENTS = [
  ...[
    '-s',
    'dir',
    '--force',
    '-t',
    'deb',
    '-d',
    'libgtk-3-0',
    '-d',
    'libnss3',
    '--deb-recommends',
    'libindicator',
  ],
  ...[
    '--deb-compression',
    'gz',
    '--architecture',
    'amd64',
    '--after-install',
    '/tmp/in',
    '--after-remove',
    '/tmp/out',
  ],
  ...[
    '--description',
    'Chat\n One line\n\n another',
    '--version',
    '1.0.0~beta.1',
    '--package',
    'dist/nagare.deb',
  ],
  ...[
    '--name',
    'nagare',
    '--maintainer',
    'The authors <a@b.invalid>',
    '--vendor',
    'x',
    '--url',
    'https://b.invalid',
  ],
  ...['--category', 'web', '--deb-priority', 'optional', '--license', 'Apache-2.0'],
  ...['dist/unpacked/=/opt/Nagare', 'a=b.png=/usr/share/a.png'],
]

it('reads what electron-builder asks fpm for, and writes it as Debian wants it', () => {
  const request = readFpmArguments(ARGUMENTS)
  expect(request).toMatchObject({
    compression: 'gzip',
    afterInstall: '/tmp/in',
    files: [
      { from: 'dist/unpacked/', to: '/opt/Nagare' },
      { from: 'a=b.png', to: '/usr/share/a.png' },
    ],
  })
  expect(toControl(request, 250).split('\n')).toEqual([
    'Package: nagare',
    'Version: 1.0.0~beta.1',
    'Architecture: amd64',
    'Maintainer: The authors <a@b.invalid>',
    'Installed-Size: 250',
    'Depends: libgtk-3-0, libnss3',
    'Recommends: libindicator',
    'Section: web',
    'Priority: optional',
    'Homepage: https://b.invalid',
    'Description: Chat',
    ' One line',
    ' .',
    ' another',
    '',
  ])
})

it('refuses an argument that it does not know, and another kind of package', () => {
  expect(() => readFpmArguments([...ARGUMENTS, '--deb-systemd', 'x'])).toThrow('deb-systemd')
  expect(() => readFpmArguments(ARGUMENTS.map((each) => (each === 'deb' ? 'rpm' : each)))).toThrow('not: rpm')
})

it.runIf(hasProgram('dpkg-deb'))('makes a deb that dpkg-deb reads back, called as fpm is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nagare-deb-test-'))
  try {
    await mkdir(join(folder, 'app', 'inner'), { recursive: true })
    await writeFile(join(folder, 'app', 'inner', 'program'), 'x'.repeat(1500), { mode: 0o755 })
    await writeFile(join(folder, 'icon.png'), 'icon', { mode: 0o600 })
    await writeFile(join(folder, 'script'), '#!/bin/sh\n')
    const deb = join(folder, 'a.deb')
    const own = {
      '/tmp/in': join(folder, 'script'),
      '/tmp/out': join(folder, 'script'),
      'dist/nagare.deb': deb,
    }
    const args = ARGUMENTS.filter((each) => !each.includes('=')).map(
      (each) => own[each as keyof typeof own] ?? each,
    )
    const files = [`${folder}/app/=/opt/Nagare`, `${folder}/icon.png=/usr/share/icon.png`]
    execFileSync(process.execPath, [join(import.meta.dirname, 'fpm-by-dpkg.mjs'), ...args, ...files])

    const listed = execFileSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' })
    expect(listed).toMatch(/^-rwxr-xr-x root\/root +1500 .* \.\/opt\/Nagare\/inner\/program$/m)
    expect(listed).toMatch(/^-rw-r--r-- root\/root +4 .* \.\/usr\/share\/icon\.png$/m)
    expect(execFileSync('dpkg-deb', ['--field', deb, 'Installed-Size'], { encoding: 'utf8' })).toBe('3\n')
  } finally {
    await rm(folder, { recursive: true })
  }
})
