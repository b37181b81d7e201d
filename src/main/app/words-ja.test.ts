import { expect, it } from 'vitest'

import { japaneseFaults } from '#shared/testing/japanese-faults'

import { portableWords } from './portable-words'
import { ja } from './words-ja'

it.each([
  ['of dialogs and menus', ja],
  ['around exports and backups', portableWords.ja],
])('writes the Japanese %s by the rules of the window', (_, words) => {
  const texts = JSON.stringify(words)
    .split('"')
    .filter((text) => /[ぁ-ん]/.test(text))
  expect(texts.flatMap(japaneseFaults)).toEqual([])
  expect(texts.length).toBeGreaterThan(10)
})
