import { expect, it } from 'vitest'

import { estimateTokens } from './estimate-tokens'

it.each([
  ['nothing', '', 0],
  ['letters, three to a token', 'flow'.repeat(3), 4],
  ['Japanese, rather more than a token each', '流れる水は腐らず。', 9 * 1.2],
  ['Korean and Thai', '안녕ไทย', 5 * 1.2],
  ['emoji', '🌊', 1.2 + 1 / 3],
])('guesses the tokens of %s', (_, text, tokens) => expect(estimateTokens(text)).toBeCloseTo(tokens, 9))

it('adds up over the parts of a text, between whose characters it was cut', () => {
  const text = 'The river 川 flows 流れる。'
  const parts = [...text].map(estimateTokens).reduce((sum, tokens) => sum + tokens, 0)
  expect(parts).toBeCloseTo(estimateTokens(text), 9)
})
