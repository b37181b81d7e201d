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
