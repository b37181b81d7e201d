import type { SpokenMessage } from '#shared/portable'

/** What a document says of its conversation. */
export interface DocumentHead {
  readonly title: string
  readonly locale: 'en' | 'ja'
  /** When it was last written in, in milliseconds since the epoch. */
  readonly updatedAt: number
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The beginning of a page that needs nothing but itself: no script runs in it and nothing is fetched. */
export function htmlHead({ title, locale, updatedAt }: DocumentHead, css: string): string {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(updatedAt)
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
${css.replaceAll('</', '<\\/')}
</style>
</head>
<body>
<main>
<header class="export-head"><h1>${escapeHtml(title)}</h1><p>${date}</p></header>
`
}

export const HTML_TAIL = '</main>\n</body>\n</html>\n'

/** A conversation as Markdown: the words as the models wrote them, under who says them. */
export function toMarkdownDocument(
  { title }: DocumentHead,
  messages: readonly SpokenMessage[],
  you: string,
): string {
  const parts = messages.map(
    ({ speaker, message }) => `## ${message.role === 'user' ? you : speaker}\n\n${message.text.trim()}\n`,
  )
  return [`# ${title.replace(/\s+/g, ' ')}\n`, ...parts].join('\n')
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A conversation's title as the name of a file on every system. */
export function toFileName(title: string): string {
  const name = title
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
  return [...name].slice(0, 60).join('').trim() || 'Nagare'
}
