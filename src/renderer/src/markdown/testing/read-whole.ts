import { grouped, type Grouped } from '../grouped'
import { parser } from '../parser'
import { readAll } from '../read-blocks'
import { toInlines } from '../to-inlines'
import { toNodes } from '../token-node'
import type { Block } from '../tree'

/** The tree of a whole text by markdown-it's own path: what every way of streaming must come to. */
export function readWhole(text: string): Grouped<Block> {
  const tokens = parser.parse(text, {})
  const inlines = new Map(
    tokens.flatMap((token) => (token.children === null ? [] : [[token.content, toInlines(token.children)]])),
  )
  return grouped(readAll(toNodes({ tokens, certain: Infinity }), (content) => inlines.get(content) ?? []))
}
