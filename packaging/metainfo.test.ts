import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const read = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), 'utf8')

const METAINFO = read('packaging', 'linux', 'app.nagare.Nagare.metainfo.xml')
const { version, desktopName } = JSON.parse(read('package.json')) as Readonly<Record<string, string>>
const [, appId] = /^appId: (.+)$/m.exec(read('packaging', 'electron-builder.yml')) ?? []

it('tells software centres of this version, by the names that the package has', () => {
  expect(METAINFO).toContain(`<id>${appId}</id>`)
  expect(METAINFO).toContain(`<launchable type="desktop-id">${desktopName}</launchable>`)
  const [newest] = METAINFO.matchAll(/<release version="([^"]+)" date="\d{4}-\d{2}-\d{2}"\/>/g)
  expect(newest?.[1]).toBe(version)
})
