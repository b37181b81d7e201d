import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { continueDocument, EMPTY_DOCUMENT } from './growing-document'
import { createReadingSteps } from './reading-steps'
import { ANSWERS } from './testing/answers'
import { someStream } from './testing/documents'
import { textOf } from './testing/text-of'

function endsOf(text: string): readonly number[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ index, segment }) => index + segment.length)
}

/** The steps of a text that arrives character by character: the last one is known only when the next has come. */
function stepsOf(text: string): readonly number[] {
  const findSteps = createReadingSteps()
  const ends = endsOf(text)
  return ends.flatMap((end, index) => findSteps(text.slice(0, ends[index + 1] ?? end), [end]))
}

/** A text, cut behind each step. What is behind the last one is left out. */
function read(text: string): readonly string[] {
  const steps = stepsOf(text)
  return steps.map((end, index) => text.slice(steps[index - 1] ?? 0, end))
}

/** How many characters a reader sees of a text, white space aside. */
function countDrawn(text: string): number {
  const { blocks } = continueDocument(EMPTY_DOCUMENT, text, true)
  return Array.from(blocks.flat().map(textOf).join('').replaceAll(/\s/g, '')).length
}

describe('createReadingSteps', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'the address of a link',
      'a [b](https://e.com/(x)?y=1 "t")c.',
      ['a', ' ', '[b', '](https://e.com/(x)?y=1 "t")c', '.'],
    ],
    ['the label of a reference', 'a [b][long label].', ['a', ' ', '[b', '][long label].']],
    ['the marks of emphasis', '**b** _c_ ~~d~~.', ['**b', '** ', '_c', '_ ', '~~d', '~~.']],
    ['markers of lists and quotes', '> a\n- [x] b\n2. c.', ['> a', '\n- [x] b', '\n2. c', '.']],
    ['the marker of a heading', '## a.', ['## a', '.']],
    ['a fence and what indents code', '```ts\n  a\n```\n\nb.', ['```ts\n  a', '\n```\n\nb', '.']],
    ['a rule', 'a\n\n---\n\nb.', ['a', '\n\n---\n\nb', '.']],
    ['a definition', '[a]: https://e.com "t"\n\nb.', ['[a]: https://e.com "t"\n\nb', '.']],
    ['the rule of a table', '| a |\n|---|\n| b |\nc.', ['| a |', '\n|---|\n| b |', '\nc', '.']],
  ])('spends no time on %s', (_name, text, pieces) => {
    expect(read(text)).toEqual(pieces)
  })

  it.each<[string, string, readonly string[]]>([
    ['cells', '| one | `two` |\n', ['| one |', ' `two` |']],
    ['formulas', 'a $x + 1$ \\(y\\).', ['a', ' ', '$x + 1$', ' ', '\\(y\\)', '.']],
    ['blocks of math in brackets', '\\[\nx\n\\]\na.', ['\\[\nx\n\\]', '\na', '.']],
    ['blocks of math', '$$\nx\n= 1\n$$\na.', ['$$\nx\n= 1\n$$', '\na', '.']],
    ['images', '![alt](https://e.com/a.png) a.', ['![alt](https://e.com/a.png)', ' ', 'a', '.']],
    ['entities and escapes', 'a&amp;\\*b.', ['a', '&amp;', '\\*', 'b', '.']],
    ['characters of many units', '👩‍👩‍👧か\u3099.', ['👩‍👩‍👧', 'か\u3099', '.']],
  ])('takes %s as one thing each', (_name, text, pieces) => {
    expect(read(text)).toEqual(pieces)
  })

  it.each(['2 * 3, a_b_c, US$5 or 5$', '`a*b` `c_d`', '```\n*a* [b](c)\n'])(
    'takes no character of %j for syntax that is none',
    (text) => {
      const drawn = Array.from(text.replaceAll(/[\s`]/g, '')).length
      expect(read(text).filter((piece) => /\S$/.test(piece)).length).toBe(drawn)
    },
  )

  const isTyped = (name: string) => !/table|math|formula|notes|never closes|nested/.test(name)

  it.each(Object.entries(ANSWERS).filter(([name]) => isTyped(name)))(
    'has one more character drawn at each step of %s',
    (_name, toText) => {
      const text = toText(200)
      const isSpace = (end: number) => text.charAt(end - 1).trim() === ''
      const drawn = stepsOf(text)
        .filter((end) => !isSpace(end))
        .map((end) => countDrawn(text.slice(0, end)))
      const jumps = drawn.filter((count, index) => count !== (drawn[index - 1] ?? 0) + 1)
      // The head of a table, which “everything” has, is drawn when its second line is there.
      expect(jumps.length).toBeLessThanOrEqual(_name === 'everything' ? 3 : 0)
      expect(drawn.length).toBeGreaterThan(80)
    },
  )

  it('goes on whatever comes: behind what is open, plain words are steps again', () => {
    fc.assert(
      fc.property(someStream, ([text, cuts]) => {
        const findSteps = CLOSINGS.map(createReadingSteps)
        const isRead = CLOSINGS.map((closing, index) => {
          const whole = `${text}${closing}end.`
          const ends = endsOf(whole)
          let known = 0
          const steps = [...cuts, whole.length].flatMap((cut) => {
            const settled = ends.filter((end) => end > known && end < cut)
            known = settled.at(-1) ?? known
            return findSteps[index]?.(whole.slice(0, cut), settled) ?? []
          })
          expect(ends.filter((end) => steps.includes(end))).toEqual(steps)
          return steps.at(-1) === whole.length - 1
        })
        expect(isRead).toContain(true)
      }),
      { numRuns: 150 },
    )
  })
})

const CLOSINGS = ['\n\n', '\n``````\n', '\n~~~~~~\n', '\n$$\n', '\n\\]\n']
