import type { Token } from 'markdown-it'

/** A mark which markdown-it has left as text, and which may still pair with one to come. */
const OPENER = /`+|(?:\*+|~~+)(?![\s*~])|(?<![\p{L}\p{N}_])_+(?![\s_])/gu

/** Whether the text of a token holds a mark that still waits for its partner. */
export function hasOpener(token: Token): boolean {
  return token.type === 'text' && token.content.search(OPENER) !== -1
}

export function withoutOpeners(text: string): string {
  return text.replaceAll(OPENER, '')
}

/** A mark within a word is more often a product or a name than emphasis. */
const WITHIN_WORD = /(?<=[A-Za-z\d])[*~]+(?=[A-Za-z\d])/

/** The marks that close what the texts of the tokens have opened, the last one first; none when one of them is doubtful. */
export function closersOf(tokens: readonly Token[]): string {
  const texts = tokens.filter(({ type }) => type === 'text').map(({ content }) => content)
  if (texts.some((text) => WITHIN_WORD.test(text))) return ''
  return texts
    .flatMap((text) => text.match(OPENER) ?? [])
    .reverse()
    .join('')
}
