import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import type { ExportPart, RenderedPart } from '#shared/portable'

import { WordsProvider } from '../i18n/words-provider'
import { readFenceInfo } from '../markdown/code/fence-info'
import { loadParser } from '../markdown/code/load-parser'
import { PaintingContext } from '../markdown/code/use-painting'
import { loadTypesetter } from '../markdown/math/use-typesetter'
import { ExportMessages } from './export-messages'

/** What only the window can do, and what draws a formula a second time, for the eyes of its own style sheet. */
const NOT_KEPT = 'button, svg, script, [role="status"], .katex-html'
/** Names that lead nowhere outside of the window. */
const DROPPED_ATTRIBUTES = ['data-reply-text', 'data-line', 'aria-busy']

/** Turns messages into HTML that needs nothing but the styles that come with it. */
export function createRenderExport(document: Document): (part: ExportPart) => Promise<RenderedPart> {
  return async ({ locale, messages }) => {
    document.documentElement.lang = locale
    const texts = messages.flatMap(({ message }) =>
      message.role === 'user' ? [] : [message.text, message.thought],
    )
    await Promise.all([loadTypesetter(), ...texts.flatMap(languagesIn).map(loadParser)])
    const host = document.createElement('div')
    const root = createRoot(host)
    flushSync(() =>
      root.render(
        <WordsProvider locale={locale}>
          <PaintingContext value={Number.POSITIVE_INFINITY}>
            <ExportMessages messages={messages} />
          </PaintingContext>
        </WordsProvider>,
      ),
    )
    strip(host)
    const html = host.innerHTML
    root.unmount()
    return { html, css: readStyles(document) }
  }
}

const FENCE = /^[>\s]*(?:`{3,}|~{3,})[ \t]*([^\n`]*)/gm

function languagesIn(text: string) {
  return [...text.matchAll(FENCE)].flatMap(([, info = '']) => readFenceInfo(info).language ?? [])
}

function strip(host: Element): void {
  for (const element of host.querySelectorAll(NOT_KEPT)) element.remove()
  for (const element of host.querySelectorAll('*')) {
    for (const name of DROPPED_ATTRIBUTES) element.removeAttribute(name)
  }
}

/** Every rule of the page that asks no one for anything. Formulas are drawn by the browser itself, from their MathML. */
function readStyles({ styleSheets }: Document): string {
  return [...styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .map(({ cssText }) => cssText)
    .filter((rule) => !/katex|@font-face|url\(/i.test(rule))
    .join('\n')
}
