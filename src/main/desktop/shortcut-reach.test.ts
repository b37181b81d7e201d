import { expect, it } from 'vitest'

import { type ShortcutPlace, shortcutReach } from './shortcut-reach'

const WAYLAND = { XDG_SESSION_TYPE: 'wayland' }

it.each<[reach: string, place: ShortcutPlace]>([
  ['direct', { platform: 'win32', env: {}, electron: '45.4.1' }],
  ['direct', { platform: 'linux', env: { XDG_SESSION_TYPE: 'x11' }, electron: '45.4.1' }],
  ['direct', { platform: 'linux', env: {}, electron: '33.0.0' }],
  ['asked', { platform: 'linux', env: WAYLAND, electron: '45.4.1' }],
  ['asked', { platform: 'linux', env: WAYLAND, electron: '35.0.0' }],
  ['none', { platform: 'linux', env: WAYLAND, electron: '34.5.8' }],
])('is %s on %j', (reach, place) => {
  expect(shortcutReach(place)).toBe(reach)
})
