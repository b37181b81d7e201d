import { describe, expect, it } from 'vitest'

import { withOpenEnd } from './open-end'
import { stream } from './testing/stream'
import type { Block, Inline } from './tree'

/** The end of a text as it is drawn: `^` is the caret, and what is laid out behind it stands in parentheses. */
function drawn(text: string, ahead: string): string {
  const [step] = stream(text, [text.length])
  return withOpenEnd(step?.blocks ?? [], ahead)
    .flat()
    .map(write)
    .join('¶')
}

function write(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.inlines.map(writeInline).join('')
    case 'list':
      return block.items.flatMap((group) => group.flatMap(({ blocks }) => blocks.map(write))).join('•')
    case 'quote':
      return block.blocks.map(write).join('¶')
    case 'table':
      return block.rows
        .flat(2)
        .map((cell) => cell.map(writeInline).join(''))
        .join('|')
    case 'code':
      return block.lines.flat().join('⏎') + (block.hasCaret === true ? '^' : '')
    case 'rule':
    case 'math':
    case 'footnote':
    case 'abbreviation':
      return block.type
  }
}

function writeInline(inline: Inline): string {
  if (inline.type === 'caret') return '^'
  if (inline.type === 'ahead') return `(${inline.inlines.map(writeInline).join('')})`
  if (inline.type === 'inline-code')
    return `\`${inline.text}${inline.ahead === undefined ? '' : `^(${inline.ahead})`}\``
  if ('inlines' in inline) return `<${inline.inlines.map(writeInline).join('')}>`
  return 'text' in inline ? inline.text : inline.type
}

describe('withOpenEnd', () => {
  it.each([
    ['A word', 'rd', 'A wo^(rd)'],
    ['A word', '', 'A word^'],
    ['A **bold**,', 'ld**,', 'A <bo^(ld)>(,)'],
    ['(**bold**', 'bold**', '(<^(bold)>'],
    ['A `code`.', 'de`.', 'A `co^(de)`(.)'],
    ['A *b*`code`', '`code`', 'A <b>^(`code`)'],
    ['See [the page](https://example.com/a),', 'ge](https://example.com/a),', 'See <the pa^(ge)>(,)'],
    ['- one\n- two', 'wo', 'one•t^(wo)'],
    ['> said', 'id', 'sa^(id)'],
    ['# Title', 'tle', 'Ti^(tle)'],
    ['```\na\nlong', 'ng', 'a⏎lo^'],
    ['| a |\n|---|\n| b | ', '', 'b^'],
    ['---\n\n', '', 'rule'],
  ])('of %j, with %j ahead, is %j', (text, ahead, expected) => {
    expect(drawn(text, ahead)).toBe(expected)
  })

  it('shows a whole word that it does not find at the end', () => {
    expect(drawn('A word', 'nowhere')).toBe('A word^')
  })
})
