import { describe, expect, it } from 'vitest'

import { HOSTILE_TEXTS } from './testing/hostile-texts'
import { renderMarkdown } from './testing/render-markdown'

/** Every element that Markdown may become, with every attribute that it may carry. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'target', 'rel'],
  blockquote: [],
  br: [],
  button: ['type', 'class'],
  code: [],
  del: [],
  div: ['class', 'role', 'aria-label', 'tabindex'],
  em: [],
  figcaption: [],
  figure: ['class', 'aria-label'],
  h1: ['class'],
  h2: ['class'],
  h3: ['class'],
  h4: ['class'],
  h5: ['class'],
  h6: ['class'],
  hr: [],
  input: ['type', 'checked', 'disabled', 'aria-label'],
  li: ['class'],
  ol: ['start'],
  p: [],
  pre: ['tabindex'],
  span: ['class', 'role', 'aria-label'],
  strong: [],
  table: [],
  tbody: [],
  td: ['data-align'],
  th: ['scope', 'data-align'],
  thead: [],
  tr: [],
  ul: [],
}

/** Everything in the page that is not on the list. */
function findForeign(container: Element): readonly string[] {
  return [...container.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName
    const allowed = element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? ALLOWED[name] : undefined
    if (allowed === undefined) return [`<${name}>`]
    const foreign = element.getAttributeNames().filter((attribute) => !allowed.includes(attribute))
    const href = element.getAttribute('href')
    const isSafe = href === null || /^(?:https?:\/\/[^/]|mailto:)/.test(href)
    return [...foreign.map((attribute) => `${name}@${attribute}`), ...(isSafe ? [] : [`${name}: ${href}`])]
  })
}

/** Streaming takes many renderings, so it meets one text of some; the others differ only in their wrapping. */
const STREAMED_EVERY = 3
const CHUNK = 5

describe('MarkdownView', () => {
  it('meets enough hostile texts to mean something', () => {
    expect(new Set(HOSTILE_TEXTS).size).toBeGreaterThan(700)
  })

  it('lets no foreign element, attribute or address into the page, of a whole text', () => {
    const { container, show } = renderMarkdown('')
    for (const text of HOSTILE_TEXTS) {
      show(text, false)
      expect([text, findForeign(container)]).toEqual([text, []])
    }
  })

  it('lets no foreign element, attribute or address into the page, at any step of a stream', () => {
    const { container, show } = renderMarkdown('', true)
    for (const text of HOSTILE_TEXTS.filter((_, index) => index % STREAMED_EVERY === 0)) {
      for (let length = 1; length <= text.length; length += CHUNK) {
        show(text.slice(0, length), true)
        expect([text, length, findForeign(container)]).toEqual([text, length, []])
      }
      show(text, false)
      expect([text, findForeign(container)]).toEqual([text, []])
      show('', true)
    }
  })

  it('shows raw HTML as the text that it is', () => {
    const { container } = renderMarkdown('<script>alert(1)</script>')
    expect(container.textContent).toBe('<script>alert(1)</script>')
  })
})
