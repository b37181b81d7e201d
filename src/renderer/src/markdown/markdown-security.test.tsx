import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { loadTypesetter } from './math/use-typesetter'
import { createFakeOutside } from './testing/fake-outside'
import { countEnded, toHostileDocument } from './testing/hostile-document'
import { HOSTILE_TEXTS } from './testing/hostile-texts'
import { renderMarkdown } from './testing/render-markdown'

/** Every element that Markdown may become, with every attribute that it may carry. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'target', 'rel', 'role', 'aria-label'],
  abbr: ['title'],
  aside: ['class', 'data-kind', 'aria-label'],
  blockquote: [],
  br: [],
  button: ['type', 'class', 'aria-label', 'aria-pressed'],
  code: ['class', 'title'],
  dd: [],
  del: [],
  details: ['class'],
  div: ['class', 'role', 'aria-label', 'tabindex'],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: ['class', 'aria-label'],
  h1: ['class'],
  h2: ['class', 'id'],
  h3: ['class'],
  h4: ['class'],
  h5: ['class'],
  h6: ['class'],
  hr: [],
  input: ['type', 'checked', 'disabled', 'aria-label'],
  li: ['class', 'id', 'tabindex'],
  ol: ['start'],
  p: ['class', 'aria-hidden'],
  pre: ['class', 'tabindex', 'role', 'aria-label'],
  section: ['class', 'role', 'aria-labelledby'],
  span: ['class', 'role', 'aria-label', 'aria-hidden', 'data-line', 'style'],
  strong: [],
  summary: [],
  sup: ['class', 'data-note'],
  table: [],
  tbody: [],
  td: ['data-align'],
  th: ['scope', 'class', 'data-align', 'aria-sort'],
  thead: [],
  tr: [],
  ul: [],
}

const MATH_ML: Readonly<Record<string, readonly string[]>> = {
  math: ['xmlns', 'display'],
  semantics: [],
  annotation: ['encoding'],
  mrow: [],
  mi: ['mathvariant'],
  mn: [],
  mo: ['stretchy', 'fence', 'lspace', 'rspace', 'separator'],
  mtext: ['mathvariant'],
  mstyle: ['mathcolor', 'scriptlevel', 'displaystyle'],
  mspace: ['width', 'height', 'depth', 'linebreak', 'mathbackground'],
  mpadded: ['width', 'height', 'depth', 'voffset', 'lspace'],
  menclose: ['mathbackground', 'notation'],
  msup: [],
  mfrac: [],
}

/** What formulas are made of besides; KaTeX draws with the second. */
const ALLOWED_IN_FORMULAS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'http://www.w3.org/1998/Math/MathML': MATH_ML,
  'http://www.w3.org/2000/svg': {
    svg: ['xmlns', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'style'],
    path: ['d'],
    line: ['x1', 'y1', 'x2', 'y2', 'stroke-width'],
  },
}

/** Styles come from KaTeX's figures and from colours alone. */
const SAFE_STYLE = /^(?:[a-z-]+: (?:-?[\d.]+(?:em|px|%)?|[a-z]+|#[\da-f]+|rgb\([\d, ]+\)|[ \d.a-z]+);? ?)*$/

/** Everything in the page that is not on the list. */
function findForeign(container: Element): readonly string[] {
  return [...container.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName
    const space = element.namespaceURI ?? ''
    const allowed =
      space === 'http://www.w3.org/1999/xhtml' ? ALLOWED[name] : ALLOWED_IN_FORMULAS[space]?.[name]
    if (allowed === undefined) return [`<${name}>`]
    const foreign = element.getAttributeNames().filter((attribute) => !allowed.includes(attribute))
    const href = element.getAttribute('href')
    const isSafe = href === null || /^(?:https?:\/\/[^/]|mailto:|#_r_\w+_note-\d+$)/.test(href)
    const style = element.getAttribute('style') ?? ''
    return [
      ...foreign.map((attribute) => `${name}@${attribute}`),
      ...(isSafe ? [] : [`${name}: ${href}`]),
      ...(SAFE_STYLE.test(style) ? [] : [`${name}: ${style}`]),
    ]
  })
}

/** Streaming takes many renderings, so it meets one text of some; the others differ only in their wrapping. */
const STREAMED_EVERY = 3
const CHUNK = 5

beforeAll(async () => {
  await loadTypesetter()
})

beforeEach(() => {
  // jsdom has no media queries.
  const never = { matches: false, addEventListener: () => {}, removeEventListener: () => {} }
  vi.stubGlobal('matchMedia', () => never)
})

describe('MarkdownView', () => {
  it('meets enough hostile texts to mean something', () => {
    expect(new Set(HOSTILE_TEXTS).size).toBeGreaterThan(1_200)
  })

  it('can meet all of them in one text, of which none hides the next', () => {
    expect(countEnded(toHostileDocument(HOSTILE_TEXTS))).toBe(HOSTILE_TEXTS.length)
  })

  it('lets no foreign element, attribute or address into the page, of a whole text', () => {
    const { outside, fetched } = createFakeOutside()
    const { container, show } = renderMarkdown('', false, outside)
    for (const text of HOSTILE_TEXTS) {
      show(text, false)
      expect([text, findForeign(container)]).toEqual([text, []])
    }
    expect(fetched).toEqual([])
  }, 120_000)

  it('lets no foreign element, attribute or address into the page, at any step of a stream', () => {
    const { outside, fetched } = createFakeOutside()
    const { container, show } = renderMarkdown('', true, outside)
    for (const text of HOSTILE_TEXTS.filter((_, index) => index % STREAMED_EVERY === 0)) {
      for (let length = 1; length <= text.length; length += CHUNK) {
        show(text.slice(0, length), true)
        expect([text, length, findForeign(container)]).toEqual([text, length, []])
      }
      show(text, false)
      expect([text, findForeign(container)]).toEqual([text, []])
      show('', true)
    }
    expect(fetched).toEqual([])
  }, 120_000)

  it('shows raw HTML as the text that it is', () => {
    const { container } = renderMarkdown('<script>alert(1)</script>')
    expect(container.textContent).toBe('<script>alert(1)</script>')
  })
})
