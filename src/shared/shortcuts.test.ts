import { describe, expect, it } from 'vitest'

import {
  type CommandId,
  DEFAULT_KEYS,
  GLOBAL_KEYS_PATTERN,
  isOwned,
  KEYS_PATTERN,
  keysOf,
  sharing,
} from './shortcuts'

describe('the default keys', () => {
  it('are each for one command, and no other part’s', () => {
    const all = Object.values(DEFAULT_KEYS).filter((keys) => keys !== '')
    expect([...new Set(all)]).toEqual(all)
    expect(all.filter((keys) => isOwned(keys) || !KEYS_PATTERN.test(keys))).toEqual([])
  })
})

describe('keys', () => {
  it.each(['Mod+J', 'Mod+Alt+Shift+9', 'Mod+.', 'Mod+Alt+/', 'F5', 'Alt+Shift+F12', 'Escape', ''])(
    'may be %j',
    (keys) => expect(KEYS_PATTERN.test(keys)).toBe(true),
  )

  it.each([
    'A',
    'Shift+A',
    'Alt+A',
    'Mod+あ',
    'Mod+Enter',
    'Mod+Shift+,',
    'Mod++',
    'Mod+n',
    'Ctrl+N',
    'Mod+',
  ])('may not be %j, which writes, moves, or is written in another way', (keys) =>
    expect(KEYS_PATTERN.test(keys)).toBe(false),
  )

  it('are those that were chosen, none where none were wanted, and else the default', () => {
    const chosen = { palette: 'Mod+J', find: '', 'model demo/flow': 'F5', stop: undefined }
    const of = (id: CommandId) => keysOf(id, chosen)
    expect([of('palette'), of('find'), of('stop'), of('model demo/flow'), of('model other')]).toEqual([
      ...['Mod+J', '', 'Escape', 'F5', ''],
    ])
  })

  it('that two commands share are told of both; having none is not shared', () => {
    const chosen = { palette: 'Mod+N' }
    const ids = ['new-conversation', 'palette', 'import', 'export'] as const
    expect(ids.map((id) => sharing(id, ids, chosen))).toEqual([['palette'], ['new-conversation'], [], []])
  })
})

describe('keys for every program', () => {
  it.each([
    '',
    'Mod+Shift+Space',
    'Alt+Space',
    'Mod+Alt+K',
    'Alt+Shift+1',
    'Mod+Alt+Shift+Q',
    'F9',
    'Mod+F12',
  ])('may be %j', (keys) => expect(GLOBAL_KEYS_PATTERN.test(keys)).toBe(true))

  it.each([
    'Mod+J',
    'Alt+K',
    'Shift+K',
    'Shift+Space',
    'Space',
    'K',
    'Escape',
    'Mod+Shift+あ',
    'Mod+Shift+,',
  ])('may not be %j, which other programs need or the system does not know', (keys) =>
    expect(GLOBAL_KEYS_PATTERN.test(keys)).toBe(false),
  )
})
