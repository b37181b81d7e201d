import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { renderedOffsets } from './rendered-offsets'

/** Cuts the source at each `¦`, and expects the rendered text, which is these parts in a row, to be cut between them. */
function expectCuts(marked: string, parts: readonly string[]): void {
  const toEnds = (pieces: readonly string[]) =>
    pieces.slice(0, -1).map((_, index) => pieces.slice(0, index + 1).join('').length)
  const pieces = marked.split('¦')
  expect(renderedOffsets(pieces.join(''), parts.join(''), toEnds(pieces))).toEqual(toEnds(parts))
}

describe('renderedOffsets', () => {
  it.each<[string, string, readonly string[]]>([
    ['a **bo¦ld** wor¦d', 'emphasis', ['a bo', 'ld wor', 'd']],
    ['# Ti¦tle\n\nTe¦xt', 'a heading before a paragraph', ['Ti', 'tleTe', 'xt']],
    ['- on¦e\n- tw¦o\n1. th¦ree', 'a list', ['on', 'etw', 'oth', 'ree']],
    ['See [the ru¦les](https://a.example/the/ne¦xt?a=1) ne¦xt', 'a link', ['See the ru', 'les', ' ne', 'xt']],
    ['```js\nconst ¦a = 1\n```\nth¦en', 'a fence', ['const ', 'a = 1th', 'en']],
    ['| A | B |\n| --- | ---: |\n| fir¦st | 1¦2 |', 'a table', ['ABfir', 'st1', '2']],
    ['on¦e tw¦o thr¦ee', 'words that only the page has', ['Label: on', 'e tw', 'o thr', 'ee']],
    ['**流¦れ**は、速¦い。', 'Japanese', ['流', 'れは、速', 'い。']],
  ])('follows %j through %s', (marked, _, parts) => {
    expectCuts(marked, parts)
  })

  it('finds the way back after a long part of the source that the page leaves out', () => {
    const hidden = `\n[1]: https://a.example/${'xyz'.repeat(300)}\n`
    expectCuts(`Before.${hidden}Aft¦er all`, ['Before.Aft', 'er all'])
  })

  it('puts what is not shown yet at the end of what is', () => {
    expect(renderedOffsets('one two three', 'one t', [2, 5, 9])).toEqual([2, 5, 5])
  })

  it('is exact where nothing was rewritten', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat()), (text, places) => {
        const offsets = places.map((place) => place % (text.length + 1)).sort((a, b) => a - b)
        expect(renderedOffsets(text, text, offsets)).toEqual(offsets)
      }),
    )
  })

  it('never goes back and never leaves the text, whatever was rendered', () => {
    const words = fc.stringMatching(/^[ab*# \n[\]()流]{0,80}$/)
    fc.assert(
      fc.property(words, words, (source, rendered) => {
        const offsets = Array.from({ length: source.length + 1 }, (_, offset) => offset)
        const found = renderedOffsets(source, rendered, offsets)
        expect(found).toHaveLength(offsets.length)
        expect(found).toEqual(found.toSorted((a, b) => a - b))
        expect(found.every((offset) => offset >= 0 && offset <= rendered.length)).toBe(true)
      }),
    )
  })
})
