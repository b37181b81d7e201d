import { describe, expect, it } from 'vitest'

import { type CommandId, DEFAULT_KEYS, isOwned, KEYS_PATTERN, keysOf, sharing } from './shortcuts'

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
