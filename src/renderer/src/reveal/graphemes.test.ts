import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { LONGEST_CHARACTER_UNITS, splitGraphemes, wholeLength } from './graphemes'
import { nastyText, trueEnds } from './testing/nasty-text'

describe('splitGraphemes', () => {
  it('keeps the last character open, because the next chunk may still join it', () => {
    expect(splitGraphemes('aか', 0)).toEqual({ settledEnds: [1], openFrom: 1, openEnd: 2 })
  })

  it('counts from the offset it is given', () => {
    expect(splitGraphemes('aか\u3099b', 1)).toEqual({ settledEnds: [3], openFrom: 3, openEnd: 4 })
  })

  it('leaves out half of a surrogate pair, which would part what its whole joins', () => {
    expect(splitGraphemes('👩\u200d\ud83d', 0)).toEqual({ settledEnds: [], openFrom: 0, openEnd: 3 })
  })

  it('has nothing open in an empty text', () => {
    expect(splitGraphemes('', 0)).toEqual({ settledEnds: [], openFrom: 0, openEnd: 0 })
  })

  it('cuts a character without end, so that a tower of accents costs no more than a text', () => {
    const tower = 'e' + '\u0301'.repeat(LONGEST_CHARACTER_UNITS)
    expect(splitGraphemes(tower, 0)).toEqual({
      settledEnds: [tower.length],
      openFrom: tower.length,
      openEnd: tower.length,
    })
  })

  it('finds in pieces the boundaries that the whole text has, wherever it is cut', () => {
    fc.assert(
      fc.property(nastyText, fc.array(fc.integer({ min: 1, max: 9 })), (text, sizes) => {
        const ends: number[] = []
        let openFrom = 0
        let openEnd = 0
        let length = 0
        for (const size of [...sizes, text.length]) {
          length += size
          const split = splitGraphemes(text.slice(0, length), openFrom)
          ends.push(...split.settledEnds)
          ;({ openFrom, openEnd } = split)
        }
        if (openEnd > openFrom) ends.push(openEnd)
        expect(ends).toEqual(trueEnds(text.slice(0, openEnd)))
        expect(openEnd).toBe(wholeLength(text))
      }),
      { numRuns: 1000 },
    )
  })
})

it('cuts a character that is as long as one may be, and waits for a shorter one', () => {
  const marked = (units: number) => splitGraphemes(`a${'\u0301'.repeat(units - 1)}`, 0)
  expect([127, 128].map((units) => marked(units).settledEnds)).toEqual([[], [128]])
})

describe('wholeLength', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['👩', 2],
    ['a\ud83d', 1],
    ['a\udc69', 2],
  ])('of %j is %i', (text, length) => {
    expect(wholeLength(text)).toBe(length)
  })
})
