import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { continueDocument, EMPTY_DOCUMENT } from './growing-document'
import { ANSWERS } from './testing/answers'
import { COMMONMARK_EXAMPLES } from './testing/commonmark-examples'
import { someStream } from './testing/documents'
import { GITHUB_EXAMPLES } from './testing/github-examples'
import { GITHUB_SPECIFICATION } from './testing/github-specification'
import { readWhole } from './testing/read-whole'
import { everyCut, stream, streamed } from './testing/stream'

const CHUNK_SIZES = [1, 2, 3, 7]

function expectEqualHoweverCut(text: string) {
  const whole = readWhole(text)
  for (const size of CHUNK_SIZES) expect(streamed(text, everyCut(text.length, size)).blocks).toEqual(whole)
}

describe('continueDocument', () => {
  it('ends with the tree of the whole text for every example of CommonMark', () => {
    expect(COMMONMARK_EXAMPLES.length).toBeGreaterThan(600)
    for (const { markdown } of COMMONMARK_EXAMPLES) expectEqualHoweverCut(markdown)
  })

  it.each(Object.entries(GITHUB_SPECIFICATION))(
    'ends with the tree of the whole text for every example that GitHub has of %s',
    (_name, examples) => examples.forEach(expectEqualHoweverCut),
  )

  it.each(GITHUB_EXAMPLES)('ends with the tree of the whole text for %j', expectEqualHoweverCut)

  it.each(Object.entries(ANSWERS))('ends with the tree of the whole text for %s', (_name, toText) => {
    expectEqualHoweverCut(toText(3_000))
  })

  it('ends with the tree of the whole text for any text, cut anywhere', () => {
    fc.assert(
      fc.property(someStream, ([text, cuts]) => {
        expect(streamed(text, cuts).blocks).toEqual(readWhole(text))
      }),
      { numRuns: process.env['NAGARE_LONG'] === '1' ? 10_000 : 500 },
    )
  }, 900_000)

  it('keeps every settled block as the same object', () => {
    const text = 'One\n\n# Two\n\n- three\n\n```\nfour\n```\n\nfive\n\nsix'
    const steps = [...stream(text, everyCut(text.length, 1))].map((step) => step.blocks.flat())
    const last = steps.at(-1) ?? []
    const behind = last.slice(0, -1).map((block) => steps.filter((blocks) => blocks.includes(block)).length)
    expect(behind.every((count) => count > 2)).toBe(true)
  })

  it.each([
    ['items', `- one ${'more words '.repeat(20)}\n- two\n- three\n- four`],
    ['rows', '| a |\n|---|\n| 1 |\n| 2 |\n| 3 |\n| 4'],
  ])('keeps the settled %s of an open block as the same objects', (_name, text) => {
    const steps = [...stream(text, everyCut(text.length, 1))].slice(0, -1)
    const members = steps.map(({ blocks }) => {
      const block = blocks[0]?.[0]
      if (block?.type === 'list') return block.items[0]?.[0]
      return block?.type === 'table' ? block.rows[0]?.[0] : undefined
    })
    expect(members.at(-1)).toBeDefined()
    expect(members.at(-1)).toBe(members.at(-4))
  })

  it('redoes just the block that waits for a reference when its definition comes', () => {
    const steps = [
      ...stream('See [here].\n\nUntouched\n\n[here]: https://example.com\n\nend', [13, 24, 52, 57]),
    ]
    const [before, , after] = [steps[1], steps[2], steps.at(-2)]
    expect(before?.blocks[0]?.[1]).toBe(after?.blocks[0]?.[1])
    expect([before?.blocks[0]?.[0], after?.blocks[0]?.[0]]).toMatchObject([
      { inlines: [{ text: 'See [here].' }] },
      { inlines: [{ text: 'See ' }, { type: 'link', href: 'https://example.com' }, { text: '.' }] },
    ])
  })

  it('begins a new document when the text does not go on', () => {
    const [one = EMPTY_DOCUMENT] = stream('# One', [5])
    expect(continueDocument(one, 'Two', true).blocks).toEqual(readWhole('Two'))
  })
})
