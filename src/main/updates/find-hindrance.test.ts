import { expect, it } from 'vitest'

import { findHindrance, type Installation } from './find-hindrance'

const APP_IMAGE: Installation = {
  platform: 'linux',
  env: { APPIMAGE: '/home/me/Nagare.AppImage' },
  isPackaged: true,
  hasPlace: true,
  isAllowed: true,
}

it.each<[string, Partial<Installation>, ReturnType<typeof findHindrance>]>([
  ['an AppImage', {}, undefined],
  ['an installed Windows program', { platform: 'win32', env: {} }, undefined],
  ['a Mac app', { platform: 'darwin', env: {} }, undefined],
  ['a deb, an rpm or a tar.gz', { env: {} }, 'package'],
  ['the portable program', { platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'C:\\a.exe' } }, 'portable'],
  ['a build without a place for updates', { hasPlace: false }, 'no-place'],
  ['a build from source', { isPackaged: false, hasPlace: false }, 'source'],
  ['a policy against it, wherever it runs', { isAllowed: false, isPackaged: false }, 'policy'],
])('of %s', (_, differing, hindrance) => {
  expect(findHindrance({ ...APP_IMAGE, ...differing })).toBe(hindrance)
})
