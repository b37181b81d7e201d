import { describe, expect, it } from 'vitest'

import { matchPresets, slashAt } from './slash'

describe('a slash at the caret', () => {
  it.each([
    ['at the beginning', '/', { from: 0, query: '' }],
    ['with the beginning of a name', '/tra', { from: 0, query: 'tra' }],
    ['after a space', 'Please /tra', { from: 7, query: 'tra' }],
    ['after a line break', 'Please\n/', { from: 7, query: '' }],
    ['in full width, after a full-width space', '次を　／翻', { from: 3, query: '翻' }],
    ['within a word', 'and/or', undefined],
    ['of an address', 'https://a.example', undefined],
    ['of a path', '/usr/bin', undefined],
    ['before a finished word', '/translate this', undefined],
    ['none', 'translate', undefined],
  ])('is found: %s', (_, text, slash) => {
    expect(slashAt(text, text.length)).toEqual(slash)
  })

  it('counts to the caret, not to the end', () => {
    expect(slashAt('/tra and more', 4)).toEqual({ from: 0, query: 'tra' })
  })
})

describe('the prompts that fit', () => {
  const named = (name: string) => ({ id: name, name, text: '' })
  const presets = ['Code review', 'Review', 'サマリー', '翻訳'].map(named)
  const names = (query: string) => matchPresets(query, presets).map(({ name }) => name)

  it('are all for nothing, and those first that begin so', () => {
    expect(names('')).toEqual(['Code review', 'Review', 'サマリー', '翻訳'])
    expect(names('rev')).toEqual(['Review', 'Code review'])
  })

  it('are found in whatever width, case or kana', () => {
    expect([names('ＲＥＶＩＥＷ'), names('さまり'), names('訳')]).toEqual([
      ['Review', 'Code review'],
      ['サマリー'],
      ['翻訳'],
    ])
  })
})
