import type { Inline } from './tree'

/** What a run of text says, without any markup. */
export function toPlainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('text' in inline) return inline.text
      if ('tex' in inline) return inline.tex
      if ('label' in inline) return ''
      if ('inlines' in inline) return toPlainText(inline.inlines)
      if (inline.type === 'image') return inline.alt
      return inline.type === 'caret' ? '' : '\n'
    })
    .join('')
}
