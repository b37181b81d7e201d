import { NOT_SAID } from './to-markdown'

const KEPT_ATTRIBUTES = [
  'href',
  'start',
  'scope',
  'lang',
  'dir',
  'checked',
  'type',
  'xmlns',
  'display',
  'encoding',
]

/** The words of a part of the page as HTML for other programs: what they mean, without how this page paints them. */
export function toRichText(words: Element): string {
  const copy = words.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const element of copy.querySelectorAll(NOT_SAID)) element.remove()
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) {
      if (!KEPT_ATTRIBUTES.includes(name)) element.removeAttribute(name)
    }
  }
  return copy.innerHTML
}
