import type { Env, Token } from 'markdown-it'

import { OPEN_MATH } from './math/inline-math'
import { hasOpener } from './opener'
import { parser } from './parser'

/** What only white space ends: an address, an entity, an escape. */
const UNENDED = /[:<&\\@][^\s]*$/

/** Whether inline text, up to here, means the same whatever follows. */
export function isClosed(content: string): boolean {
  if (UNENDED.test(content)) return false
  const tokens: Token[] = []
  const env: Env = { references: {} }
  parser.inline.parse(content, parser, env, tokens)
  if (env[OPEN_MATH] !== undefined) return false
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
