import { describe, expect, it } from 'vitest'

import { countMembers } from '../grouped'
import { readWhole } from '../testing/read-whole'
import { everyCut, stream } from '../testing/stream'
import type { Block, Inline } from '../tree'
import { abbreviate, NOT_ABBREVIATED } from './abbreviate'

const whole = (text: string) => abbreviate(readWhole(text), NOT_ABBREVIATED)

/** The words that carry a meaning, as `word=meaning`. */
function markedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(markedIn)
  if (typeof value !== 'object' || value === null) return []
  const { type, text, title } = value as Partial<Record<string, unknown>>
  return type === 'abbreviated' ? [`${text}=${title}`] : Object.values(value).flatMap(markedIn)
}

const TEXT =
  'The HTML of a page.\n\n*[HTML]: Hyper Text Markup Language\n\n- in **HTML**\n\n| CSS |\n|---|\n| HTML |\n\n> HTMLとCSS\n\n[HTML](https://example.com)[^1]\n\n[^1]: CSS\n\n*[CSS]: Cascading Style Sheets\n\nEnd of CSS'

describe('abbreviate', () => {
  it.each([
    ['in text, lists, tables, quotes, links and notes', TEXT, 9],
    ['next to Japanese and punctuation', 'HTMLは「HTML」、HTML。(HTML) HTML’s\n\n*[HTML]: x', 5],
    ['not within words', 'XHTML HTMLs HTML5 HTML_x a1HTML\n\n*[HTML]: x', 0],
    [
      'not in code, formulas and addresses',
      '`HTML` $HTML$ https://example.com/HTML\n\n```\nHTML\n```\n\n*[HTML]: x',
      1,
    ],
    ['the longest first', 'HTML 5 and HTML\n\n*[HTML]: x\n*[HTML 5]: y', 2],
    ['with what regular expressions mean', 'C++ and a.b\n\n*[C++]: x\n*[a.b]: y\n*[.*]: z', 2],
  ])('marks words %s', (_name, text, count) => {
    expect(markedIn(whole(text).blocks)).toHaveLength(count)
  })

  it('takes the first of two definitions, and nothing from a prototype', () => {
    const text = 'HTML __proto__ constructor\n\n*[HTML]: one\n*[HTML]: two\n*[constructor]: three'
    expect(markedIn(whole(text).blocks)).toEqual(['HTML=one', 'constructor=three'])
  })

  it.each([
    '*[HTML]:',
    '*[]: x',
    '*[a[b]: x',
    '- *[HTML]: x',
    '> *[HTML]: x',
    '    *[HTML]: x',
    '*[HTML] : x',
  ])('leaves %s as it is', (text) => {
    expect(whole(`HTML\n\n${text}`).definitions).toEqual([])
  })

  it.each([1, 2, 3, 7])('comes to the same in a stream, %i characters at a time', (size) => {
    let now = NOT_ABBREVIATED
    for (const { blocks } of stream(TEXT, everyCut(TEXT.length, size))) now = abbreviate(blocks, now)
    expect(now.blocks).toEqual(whole(TEXT).blocks)
  })

  it('makes only the blocks anew that hold a word when its definition comes late', () => {
    const text = 'Untouched\n\nThe HTML\n\nUntouched too\n\n*[HTML]: x\n\nEnd'
    const steps: (readonly Block[])[] = []
    let now = NOT_ABBREVIATED
    for (const { blocks } of stream(text, [40, text.length - 4])) {
      now = abbreviate(blocks, now)
      steps.push(now.blocks.flat())
    }
    const [before = [], after = []] = steps
    expect([before[0] === after[0], before[1] === after[1], before[2] === after[2]]).toEqual([
      true,
      false,
      true,
    ])
    expect(countMembers(now.blocks)).toBe(5)
  })

  it('is the same for the same blocks', () => {
    const blocks = readWhole(TEXT)
    const once = abbreviate(blocks, NOT_ABBREVIATED)
    expect(abbreviate(blocks, once)).toBe(once)
  })

  it('never shows a definition that is still being written', () => {
    const text = 'Text\n\n*[HTML]: Hyper Text\n\nEnd'
    const shown = new Set<string>()
    for (const { blocks } of stream(text, everyCut(text.length, 1))) {
      for (const block of blocks.flat()) {
        if (block.type === 'paragraph')
          shown.add(
            block.inlines.map(({ text: said = '' }: Partial<Inline & { text: string }>) => said).join(''),
          )
      }
    }
    expect([...shown].filter((said) => said.includes('['))).toEqual([])
  })
})
