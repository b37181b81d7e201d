import type { Block, Inline } from '../tree'

/** The characters that a reader sees of a block. */
export function textOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.inlines)
    case 'code':
      return block.lines.flat().join('\n')
    case 'quote':
      return block.blocks.map(textOf).join('\n')
    case 'list':
      return block.items
        .flat()
        .map((item) => item.blocks.map(textOf).join('\n'))
        .join('\n')
    case 'table':
      return [block.head, ...block.rows.flat()].map((row) => row.map(inlineText).join('\t')).join('\n')
    case 'math':
      return block.tex
    case 'footnote':
      return block.blocks.map(textOf).join('\n')
    case 'rule':
    case 'abbreviation':
      return ''
  }
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('text' in inline) return inline.text
      if ('tex' in inline) return inline.tex
      if ('label' in inline) return `[^${inline.label}]`
      if ('inlines' in inline) return inlineText(inline.inlines)
      return inline.type === 'image' ? '' : '\n'
    })
    .join('')
}
