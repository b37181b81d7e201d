import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { appUserModelId } from './app-user-model-id'

const PACKAGING = join(import.meta.dirname, '..', '..', '..', 'packaging')
const [, APP_ID] = /^appId: (.+)$/m.exec(readFileSync(join(PACKAGING, 'electron-builder.yml'), 'utf8')) ?? []
const WINDOWS = { platform: 'win32', execPath: 'C:\\Nagare\\electron.exe' } as const

it('is on Windows what the installer calls the program, and the file of a build from source', () => {
  expect(appUserModelId(WINDOWS, true)).toBe(APP_ID)
  expect(appUserModelId(WINDOWS, false)).toBe(WINDOWS.execPath)
  expect(appUserModelId({ ...WINDOWS, platform: 'linux' }, true)).toBeUndefined()
})

it('is what the uninstaller takes out of the programs that start at login, but for an update', () => {
  const installer = readFileSync(join(PACKAGING, 'windows', 'installer.nsh'), 'utf8')
  const [, uninstalling = ''] = /\$\{ifNot\} \$\{isUpdated\}\n([^]*?)\$\{endIf\}/.exec(installer) ?? []
  for (const key of ['Run', 'Explorer\\StartupApproved\\Run']) {
    expect(uninstalling).toContain(`"Software\\Microsoft\\Windows\\CurrentVersion\\${key}" "${APP_ID}"`)
  }
})
