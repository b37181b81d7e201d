import { toHost } from '../safe-link'
import type { Image, Inline } from '../tree'

/** The images within a link: they have a button of their own, which no link may hold, and so stand behind it. */
export function findImages(inlines: readonly Inline[]): readonly Image[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'image') return [inline]
    return 'inlines' in inline ? findImages(inline.inlines) : []
  })
}

/** The words of a link, with the names of its images in their places. */
export function withNames(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map((inline) => {
    if (inline.type === 'image')
      return { type: 'text', text: inline.alt === '' ? toHost(inline.source) : inline.alt }
    return 'inlines' in inline ? { ...inline, inlines: withNames(inline.inlines) } : inline
  })
}
