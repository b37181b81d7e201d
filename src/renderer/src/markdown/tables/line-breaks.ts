import type { Inline } from '../tree'

const BREAK = /<br *\/?>/i

/** A cell with its `<br>` as line breaks: Markdown has no other way to write them within a table, and models use it. */
export function withLineBreaks(cell: readonly Inline[]): readonly Inline[] {
  return cell.some(hasBreak) ? cell.flatMap(breakInline) : cell
}

function hasBreak(inline: Inline): boolean {
  if (inline.type === 'text') return BREAK.test(inline.text)
  return 'inlines' in inline && inline.inlines.some(hasBreak)
}

function breakInline(inline: Inline): readonly Inline[] {
  if (inline.type === 'text') return breakText(inline.text)
  return 'inlines' in inline ? [{ ...inline, inlines: withLineBreaks(inline.inlines) }] : [inline]
}

function breakText(text: string): readonly Inline[] {
  return text.split(BREAK).flatMap((line, index): readonly Inline[] => {
    const words: readonly Inline[] = line === '' ? [] : [{ type: 'text', text: line }]
    return index === 0 ? words : [{ type: 'hard-break' }, ...words]
  })
}
