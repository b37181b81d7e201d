import { expect, it } from 'vitest'

import { languageOf } from './language-of'

it.each([
  ['What is baseball?', 'en'],
  ['野球とは？', 'ja'],
  ['Google の Vertex AI につなぎます。', 'ja'],
  ['The word 流れ means “flow”, and is read nagare in Japanese.', 'en'],
  ['棒球是什麼？', undefined],
  ['42', undefined],
])('reads %s as %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})
