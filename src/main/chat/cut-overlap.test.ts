import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createOverlapCut } from './cut-overlap'

/** What is added to `before` when `pieces` come. */
function added(before: string, pieces: readonly string[]): string {
  const cut = createOverlapCut(before)
  return pieces.map(cut.take).join('') + cut.end()
}

describe('the seam of a continued reply', () => {
  it.each([
    ['The quick brown', ['brown', ' fox jumps'], ' fox jumps'],
    ['The quick brown', ['quick br', 'own fox'], ' fox'],
    ['The quick brown', [' fox'], ' fox'],
    ['東京は日本の首都', ['日本の首都です。'], 'です。'],
    ['東京は日本の首都', ['で、人口が'], 'で、人口が'],
    ['a ba', ['anana'], 'anana'],
    ['it was', [' was it'], ' was it'],
    ['', ['Hello'], 'Hello'],
    ['if x:\n    ', ['    return 1'], '    return 1'],
    ['| a | b |\n|--------|', ['--------|'], '--------|'],
    ['---------------', ['---------------'], '---------------'],
    ['no no no', ['no no no'], 'no no no'],
    ['in the', ['the end'], ' end'],
    ['the', ['the end'], ' end'],
    ['for now', ['owl'], 'owl'],
    ['これは日本の首都', ['本の首都です。'], 'です。'],
    ['これは日本の首都', ['の首都です。'], 'の首都です。'],
    ['outstanding', ['standing there'], ' there'],
    ['unknown', ['known to all'], 'known to all'],
  ])('joins %j and %j', (before, pieces, rest) => {
    expect(added(before, pieces)).toBe(rest)
  })

  it('says at once what can be no repetition', () => {
    expect(createOverlapCut('The quick brown').take(' fox')).toBe(' fox')
  })

  it('never shows the repeated end twice, wherever the chunks are cut', () => {
    const seam = fc.record({
      start: fc.string({ maxLength: 50 }),
      repeated: fc.string({ minLength: 10, maxLength: 100 }).map((text) => `${text} the end`),
      rest: fc.string({ minLength: 1, maxLength: 50 }),
      cuts: fc.array(fc.nat(150), { maxLength: 10 }),
    })
    fc.assert(
      fc.property(seam, ({ start, repeated, rest, cuts }) => {
        const before = `${start} ${repeated}`
        const said = repeated + rest
        const edges = [0, ...cuts.map((cut) => Math.min(cut, said.length)).sort((a, b) => a - b), said.length]
        const pieces = edges.slice(1).map((edge, index) => said.slice(edges[index], edge))
        const whole = before + added(before, pieces)
        // A longer overlap than the planned one may exist by chance; then less is added, never more.
        expect(whole.length).toBeLessThanOrEqual(before.length + rest.length)
        expect((before + rest).startsWith(whole.slice(0, before.length))).toBe(true)
        expect(said.endsWith(whole.slice(before.length))).toBe(true)
      }),
    )
  })

  it('loses nothing where nothing is repeated', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-m ]*$/), fc.stringMatching(/^[n-z]+$/), (before, rest) => {
        expect(added(before, [...rest])).toBe(rest)
      }),
    )
  })
})
