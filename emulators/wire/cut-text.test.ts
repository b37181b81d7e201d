import fc from 'fast-check'
import { expect, it } from 'vitest'

import { cutText } from './cut-text'

const anyCut = fc.record({
  charsPerChunk: fc.integer({ min: 1, max: 20 }),
  seed: fc.option(fc.integer(), { nil: undefined }),
  cutOn: fc.constantFrom('code-points' as const, 'utf-16' as const),
})

it('loses and adds nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), anyCut, (whole, { seed, ...options }) => {
      const pieces = cutText(whole, seed === undefined ? options : { ...options, seed })
      expect(pieces.join('')).toBe(whole)
    }),
  )
})

it('never cuts a code point unless it is asked to', () => {
  expect(cutText('𠮷👩', { charsPerChunk: 1 })).toEqual(['𠮷', '👩'])
  expect(cutText('𠮷', { charsPerChunk: 1, cutOn: 'utf-16' })).toEqual(['\uD842', '\uDFB7'])
})

it('varies lengths by the seed alone', () => {
  const text = 'x'.repeat(200)
  expect(cutText(text, { seed: 1 })).toEqual(cutText(text, { seed: 1 }))
  expect(cutText(text, { seed: 1 })).not.toEqual(cutText(text, { seed: 2 }))
})

it('says the empty text in one empty piece', () => {
  expect(cutText('')).toEqual([''])
})
