import { expect, it } from 'vitest'

import { hasDisplay } from './display.mjs'

it.each([
  ['X11', { DISPLAY: ':0' }, true],
  ['Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['an empty variable', { DISPLAY: '' }, false],
  ['no variable', {}, false],
])('judges by %s whether a window can open on Linux', (_, env, verdict) => {
  expect(hasDisplay(env, 'linux')).toBe(verdict)
})

it('needs no display server of its own elsewhere', () => {
  expect(hasDisplay({}, 'darwin')).toBe(true)
})
