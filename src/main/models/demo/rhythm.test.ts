import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rhythm } from './rhythm'
import { seededRandom } from './seeded-random'

const beats = (text: string, seed: number) => [...rhythm(text, seededRandom(seed))]

describe('the rhythm', () => {
  it('neither loses, repeats nor halves a code point, for any text and seed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (text, seed) => {
        const pieces = beats(text, seed).map((beat) => beat.text)
        expect(pieces.join('')).toBe(text)
        expect(pieces.filter((piece) => piece === '' || /^[\udc00-\udfff]/.test(piece))).toEqual([])
      }),
    )
  })

  it('is the same for a seed and another for another seed', () => {
    const text = 'What a model says appears the moment it is said.'.repeat(9)
    expect(beats(text, 1)).toEqual(beats(text, 1))
    expect(beats(text, 1)).not.toEqual(beats(text, 2))
  })

  it.each(['👩‍👩‍👧', '🇯🇵', 'か\u3099', 'e\u0301', '👋🏽'])('cuts %s in halves whatever the seed', (cluster) => {
    const cutsOf = (seed: number) => beats(cluster, seed).length
    expect(Array.from({ length: 20 }, (_, seed) => cutsOf(seed)).filter((pieces) => pieces < 2)).toEqual([])
  })

  it('speaks in gaps of 15 to 60 ms with a pause now and then', () => {
    const gaps = beats('a'.repeat(20_000), 7).map((beat) => beat.afterMs)
    const pauses = gaps.filter((gap) => gap > 60)
    expect(gaps.filter((gap) => gap < 15 || (gap > 60 && gap < 120) || gap > 320)).toEqual([])
    expect(pauses.length / gaps.length).toBeGreaterThan(0.02)
    expect(pauses.length / gaps.length).toBeLessThan(0.06)
  })
})
