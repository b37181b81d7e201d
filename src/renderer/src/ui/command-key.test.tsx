import { expect, it } from 'vitest'

import { toKeys } from './command-key'

const ctrl = (key: string, more: KeyboardEventInit = {}) =>
  toKeys(new KeyboardEvent('keydown', { key, ctrlKey: true, ...more }))

it.each([
  ['a letter', ctrl('n'), 'Mod+N'],
  ['a letter with every modifier', ctrl('N', { shiftKey: true, altKey: true }), 'Mod+Alt+Shift+N'],
  ['a mark', ctrl(','), 'Mod+,'],
  ['a digit that is a mark with Shift', ctrl('!', { code: 'Digit1', shiftKey: true }), 'Mod+Shift+1'],
  ['a place where the layout has no Latin letter', ctrl('т', { code: 'KeyN' }), 'Mod+N'],
  ['a printed letter that is elsewhere', ctrl('z', { code: 'KeyY' }), 'Mod+Z'],
  ['a function key', ctrl('F5', { ctrlKey: false }), 'F5'],
  ['a modifier alone', ctrl('Control'), undefined],
  ['a press within a composition', ctrl('n', { isComposing: true }), undefined],
  ['a press that the input method took', ctrl('Process', { code: 'KeyN' }), undefined],
  ['a key that writes with AltGr', ctrl('@', { altKey: true, modifierAltGraph: true }), undefined],
  ['the system’s own key', ctrl('n', { ctrlKey: false, metaKey: true }), undefined],
])('reads %s', (_, keys, expected) => expect(keys).toBe(expected))
