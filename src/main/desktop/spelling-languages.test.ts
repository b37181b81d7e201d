import { expect, it } from 'vitest'

import { spellingLanguages } from './spelling-languages'

const AVAILABLE = ['de', 'en-AU', 'en-GB', 'en-US', 'fr', 'pt-BR']

it.each([
  ['themselves', ['en-GB', 'fr'], ['en-GB', 'fr']],
  ['what is nearest', ['de-CH', 'pt-PT'], ['de', 'pt-BR']],
  ['each once', ['fr-FR', 'fr-CA', 'fr'], ['fr']],
  ['three at most', ['de', 'en-AU', 'en-GB', 'fr'], ['de', 'en-AU', 'en-GB']],
  ['no neighbour with a like name', ['fro'], ['en-US']],
  ['English for Japanese, which has none', ['ja-JP'], ['en-US']],
  ['only the other one of a Japanese writer', ['ja', 'de'], ['de']],
])('takes for languages %s', (_, preferred, taken) => {
  expect(spellingLanguages(preferred, AVAILABLE)).toEqual(taken)
})

it('takes none where there is none', () => {
  expect(spellingLanguages(['en-US'], [])).toEqual([])
})
