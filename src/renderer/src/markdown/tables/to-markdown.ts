import type { Alignment, Inline, Row } from '../tree'

const DASHES = { left: ':--', center: ':-:', right: '--:', none: '---' } as const

/** A table as GitHub's Markdown. */
export function toMarkdownTable(head: Row, rows: readonly Row[], alignments: readonly Alignment[]): string {
  const rule = head.map((_, column) => DASHES[alignments[column] ?? 'none'])
  const lines = [toCells(head), rule, ...rows.map(toCells)]
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function toCells(row: Row): readonly string[] {
  return row.map((cell) => toMarkdown(cell).replaceAll('|', '\\|'))
}

const MARKS = { emphasis: '*', strong: '**', strike: '~~' } as const

function toMarkdown(inlines: readonly Inline[]): string {
  return inlines.map(writeInline).join('')
}

function writeInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'abbreviated':
      return inline.text.replace(/[\\`*_~[\]<$]/g, '\\$&')
    case 'inline-code':
      return writeCode(inline.text)
    case 'inline-math':
      return inline.isDisplay ? `$$${inline.tex}$$` : `$${inline.tex}$`
    case 'emphasis':
    case 'strong':
    case 'strike':
      return `${MARKS[inline.type]}${toMarkdown(inline.inlines)}${MARKS[inline.type]}`
    case 'link':
      return `[${toMarkdown(inline.inlines)}](<${inline.href}>)`
    case 'image':
      return `![${inline.alt}](<${inline.source}>)`
    case 'footnote-reference':
      return `[^${inline.label}]`
    case 'soft-break':
      return ' '
    case 'hard-break':
      return '<br>'
    case 'ahead':
      return toMarkdown(inline.inlines)
    case 'caret':
      return ''
  }
}

/** A fence of backticks one longer than any within. */
function writeCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$/.test(text) ? ' ' : ''
  return fence + space + text + space + fence
}
