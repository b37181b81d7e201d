import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { expect, test } from '@playwright/test'

import { sightings, watchReply } from '../../e2e/visible-text'
import { startInstalledApp } from './installed-app'

const DIST = resolve('dist')
const INSTALLED = '/opt/Nagare'
const toolsOf = createRequire(resolve('packaging', 'package.json'))

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })

function findDeb(): string {
  const name = readdirSync(DIST).find((file) => file.endsWith('.deb'))
  if (name === undefined) throw new Error('There is no deb in dist/.')
  return join(DIST, name)
}

test.beforeAll(() => {
  expect(process.getuid?.(), 'Only root may install a package.').toBe(0)
  expect(existsSync(INSTALLED), `${INSTALLED} is there already, and is left alone.`).toBe(false)
})

test.afterAll(() => {
  if (existsSync(INSTALLED)) run('dpkg', '--purge', 'nagare')
})

test('holds nothing but the bundle, and names what a desktop asks for', () => {
  const deb = findDeb()
  expect(run('dpkg-deb', '--field', deb, 'Package', 'Section', 'Priority')).toBe(
    'Package: nagare\nSection: web\nPriority: optional\n',
  )
  const { listPackage } = toolsOf('@electron/asar') as {
    listPackage: (file: string, options: object) => string[]
  }
  const inArchive = listPackage(join(DIST, 'linux-unpacked', 'resources', 'app.asar'), { isPack: false })
  expect([...new Set(inArchive.map((path) => path.split('/')[1]))].sort()).toEqual(['out', 'package.json'])
  const languages = readdirSync(join(DIST, 'linux-unpacked', 'locales'))
  expect(languages.sort()).toEqual(['en-GB.pak', 'en-US.pak', 'ja.pak'])
})

test('has every fuse as the security checklist asks', async () => {
  const { getCurrentFuseWire, FuseV1Options } = toolsOf('@electron/fuses') as Fuses
  const wire = await getCurrentFuseWire(join(DIST, 'linux-unpacked', 'nagare'))
  const state = (name: string) => String.fromCharCode(wire[FuseV1Options[name] ?? -1] ?? 0)
  const on = ['EnableCookieEncryption', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar']
  const off = [
    'RunAsNode',
    'EnableNodeOptionsEnvironmentVariable',
    'EnableNodeCliInspectArguments',
    'LoadBrowserProcessSpecificV8Snapshot',
    'GrantFileProtocolExtraPrivileges',
  ]
  expect(on.map(state)).toEqual(on.map(() => '1'))
  expect(off.map(state)).toEqual(off.map(() => '0'))
})

test('installs with dpkg, starts, streams an answer, keeps it, and goes without a trace', async () => {
  const deb = findDeb()
  // dpkg takes what is there; apt brings what is not, and what judges the entries.
  const needs = `${run('dpkg-deb', '--field', deb, 'Depends').trim()}, appstream, desktop-file-utils, libglib2.0-bin`
  run('apt-get', 'satisfy', '-y', '-q', '--no-install-recommends', needs)
  run('dpkg', '--install', deb)
  expect(run('dpkg-query', '--show', '--showformat=${Status}', 'nagare')).toBe('install ok installed')
  expectDesktopEntries()

  const userData = mkdtempSync(join(tmpdir(), 'nagare-package-'))
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ isWelcomed: true }))
  const flags = (process.env['NAGARE_ELECTRON_ARGS'] ?? '').split(' ').filter((flag) => flag !== '')
  const app = await startInstalledApp(
    'nagare',
    [`--user-data-dir=${userData}`, '--lang=en-US', ...flags],
    // As root, dconf and D-Bus have nobody to talk to; the app needs neither.
    { PATH: process.env['PATH'], HOME: userData, DISPLAY: process.env['DISPLAY'], LANGUAGE: 'en-US' },
  )
  try {
    const { page } = app
    await watchReply(page)
    await page.getByRole('textbox', { name: 'Message' }).fill('What is baseball?')
    await page.getByRole('textbox', { name: 'Message' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
    const seen = await sightings(page)
    expect(seen.length).toBeGreaterThan(10)
    expect(seen.at(-1)?.text.length).toBeGreaterThan(200)
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog').getByRole('tab', { name: 'About' }).click()
    await page.getByRole('button', { name: 'Check for updates' }).click()
    await expect(page.getByText(/^This Nagare was installed as a package\./)).toBeVisible()
    await page.getByRole('button', { name: 'Show the licences' }).click()
    await expect(page.getByText(/^\d{2,} libraries$/)).toBeVisible()
    // The first backup is made by itself, in a thread whose code lies in the archive, from what SQLite wrote.
    await expect
      .poll(() => existsSync(join(userData, 'backups')) && readdirSync(join(userData, 'backups')).length)
      .toBe(1)
  } finally {
    await app.close()
  }

  run('dpkg', '--purge', 'nagare')
  for (const place of [INSTALLED, '/usr/bin/nagare', '/usr/share/applications/nagare.desktop'])
    expect(existsSync(place), place).toBe(false)
  // What a person wrote is theirs.
  expect(existsSync(join(userData, 'conversations.db'))).toBe(true)
  rmSync(userData, { recursive: true })
})

/** What the desktop reads of it is as its specifications want, and leads to it. */
function expectDesktopEntries(): void {
  const entry = '/usr/share/applications/nagare.desktop'
  expect(run('desktop-file-validate', entry)).toBe('')
  run('appstreamcli', 'validate', '--no-net', '/usr/share/metainfo/app.nagare.Nagare.metainfo.xml')
  expect(readFileSync(entry, 'utf8')).toContain(
    'MimeType=application/x-nagare-export;x-scheme-handler/nagare;',
  )
  const folder = mkdtempSync(join(tmpdir(), 'nagare-mime-'))
  const typeOf = (text: string): string => {
    writeFileSync(join(folder, 'conversations.jsonl'), text)
    return run('gio', 'info', '--attributes=standard::content-type', join(folder, 'conversations.jsonl'))
  }
  expect(typeOf('{"type":"export","format":"nagare-export","version":1}\n')).toContain('x-nagare-export')
  rmSync(folder, { recursive: true })
}

interface Fuses {
  /** Each fuse as a character: `1` is on. */
  readonly getCurrentFuseWire: (file: string) => Promise<Readonly<Record<number, number>>>
  readonly FuseV1Options: Readonly<Record<string, number>>
}
