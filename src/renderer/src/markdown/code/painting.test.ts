import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { grouped } from '../grouped'
import { LANGUAGES } from './languages'
import { continuePainting, paintMore, UNPAINTED } from './painting'
import { describePainting, paintOn, paintStream, paintWhole, parserOf } from './testing/paint'
import { SNIPPETS } from './testing/snippets'
import type { Parser } from './tokenise-line'

const ONE_OF_EACH = [...new Map(LANGUAGES.map((language) => [language.parser, language])).values()]

const someCode = fc
  .array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.constantFrom(...SNIPPETS.join('\n').split('\n'))), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join('\n'))

const someStream = someCode.chain((text) =>
  fc.tuple(
    fc.constant(text),
    fc.array(fc.nat(text.length), { maxLength: 30 }).map((cuts) => cuts.toSorted((a, b) => a - b)),
  ),
)

/** A parser that notes every line which it is asked to begin. */
function counting(parser: Parser) {
  const begun: string[] = []
  const counted: Parser = {
    ...parser,
    token(stream, state) {
      if (stream.pos === 0) begun.push(stream.string)
      return parser.token(stream, state)
    },
  }
  return { begun, counted }
}

describe('continuePainting', () => {
  it.each(ONE_OF_EACH.map(({ label, names }) => [label, names.split(' ')[0] ?? '']))(
    'paints %s that arrives in pieces as it paints the whole',
    async (_label, name) => {
      const parser = await parserOf(name)
      fc.assert(
        fc.property(someStream, ([text, cuts]) => {
          expect(paintStream(parser, text, cuts).lines).toEqual(paintWhole(parser, text).lines)
        }),
        { numRuns: 100 },
      )
    },
  )

  it('tokenises each line while it is the last one, and once more when it is complete', async () => {
    const { begun, counted } = counting(await parserOf('ts'))
    const lines = Array.from({ length: 3_000 }, (_, index) => `const a${index} = 'value' // why`)
    const source = lines.join('\n')
    paintStream(
      counted,
      source,
      lines.map((_, index) => lines.slice(0, index + 1).join('\n').length),
    )
    const times = new Map<string, number>()
    for (const line of begun) times.set(line, (times.get(line) ?? 0) + 1)
    expect([times.size, new Set(times.values())]).toEqual([lines.length, new Set([2])])
  })

  it('keeps full groups, so that nothing draws them again', async () => {
    const parser = await parserOf('ts')
    const before = paintWhole(parser, 'let a\n'.repeat(40))
    const after = paintOn(before, parser, `${'let a\n'.repeat(40)}let b`)
    expect(after.lines.slice(0, 2).map((group, index) => group === before.lines[index])).toEqual([true, true])
  })

  it('begins anew when a line that was complete has changed', async () => {
    const parser = await parserOf('js')
    const before = paintWhole(parser, '/* a\nb\nc')
    expect(describePainting(paintOn(before, parser, 'a()\nb\nc'))).toEqual(['<function:a>()', 'b', 'c'])
  })

  it('begins anew when lines are gone', async () => {
    const parser = await parserOf('js')
    const before = paintWhole(parser, '/* a\nb\nc')
    expect(describePainting(paintOn(before, parser, '/* a'))).toEqual(['<comment:/* a>'])
  })

  it('paints as much as there is time for, and goes on from there', async () => {
    const { begun, counted } = counting(await parserOf('js'))
    const canvas = { parser: counted, source: grouped(['/*', 'a', 'b', '*/', 'c']) }
    let painting = continuePainting(UNPAINTED, canvas, (characters) => characters < 4)
    expect([describePainting(painting), painting.isBehind]).toEqual([['<comment:/*>', '<comment:a>'], true])
    painting = paintMore(painting, () => true)
    expect([describePainting(painting), painting.isBehind]).toEqual([
      ['<comment:/*>', '<comment:a>', '<comment:b>', '<comment:*/>', 'c'],
      false,
    ])
    expect(begun).toEqual(['/*', 'a', 'b', '*/', 'c'])
  })

  it('leaves a language without a parser plain', () => {
    expect(continuePainting(UNPAINTED, { parser: undefined, source: [['a']] }, () => true)).toBe(UNPAINTED)
  })
})
