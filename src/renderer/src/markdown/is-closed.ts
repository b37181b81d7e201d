import type { Token } from 'markdown-it'

import { hasOpener } from './opener'
import { parser } from './parser'

/** What only white space ends: an address, an entity, an escape. */
const UNENDED = /[:<&\\@][^\s]*$/

/** Whether inline text, up to here, means the same whatever follows. */
export function isClosed(content: string): boolean {
  if (UNENDED.test(content)) return false
  const tokens: Token[] = []
  parser.inline.parse(content, parser, { references: {} }, tokens)
  let brackets = 0
  for (const token of tokens) {
    if (token.type !== 'text') continue
    // The address of a link may stand on the next line.
    if (hasOpener(token) || token.content.includes('](')) return false
    for (const mark of token.content.match(/[[\]]/g) ?? []) {
      brackets = Math.max(0, brackets + (mark === '[' ? 1 : -1))
    }
  }
  return brackets === 0
}
