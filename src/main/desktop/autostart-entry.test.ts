import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { autostartFile, setAutostart } from './autostart-entry'

function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'nagare-login-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  return home
}

it('is written where the desktop looks, with the whole path of the program, and taken away again', () => {
  const home = temporaryHome()
  const file = autostartFile({ env: {}, home })
  expect(file).toBe(join(home, '.config/autostart/nagare.desktop'))
  setAutostart(file, '/opt/Nagare/nagare')
  expect(readFileSync(file, 'utf8')).toContain('\nExec="/opt/Nagare/nagare" --at-login\n')
  expect(readdirSync(dirname(file))).toEqual(['nagare.desktop'])
  setAutostart(file, undefined)
  setAutostart(file, undefined)
  expect(existsSync(file)).toBe(false)
})

it('goes by the user’s own folder of settings', () => {
  expect(autostartFile({ env: { XDG_CONFIG_HOME: '/config' }, home: '/home/me' })).toBe(
    '/config/autostart/nagare.desktop',
  )
  expect(autostartFile({ env: { XDG_CONFIG_HOME: '' }, home: '/home/me' })).toBe(
    '/home/me/.config/autostart/nagare.desktop',
  )
})

it('quotes a path with spaces, per cent and signs of the shell', () => {
  const file = autostartFile({ env: {}, home: temporaryHome() })
  setAutostart(file, '/home/me/My "Apps"/100%/$x`y\\z.AppImage')
  expect(readFileSync(file, 'utf8')).toContain(
    String.raw`Exec="/home/me/My \\"Apps\\"/100%%/\\$x\\${'`'}y\\\\z.AppImage" --at-login`,
  )
})
