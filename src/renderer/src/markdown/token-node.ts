import type { Token } from 'markdown-it'

import type { ParsedBlocks } from './parse-blocks'

/** A token with what stands between it and its closing token. */
export interface TokenNode {
  readonly token: Token
  readonly nodes: readonly TokenNode[]
  /** The lines from `start` up to, but without, `end`. */
  readonly start: number
  readonly end: number
  /** No later text can change it. */
  readonly isSettled: boolean
}

interface OpenNode {
  readonly token: Token
  readonly nodes: TokenNode[]
}

/** The flat tokens of markdown-it as nested nodes. */
export function toNodes({ tokens, certain }: ParsedBlocks): readonly TokenNode[] {
  const root: TokenNode[] = []
  const stack: OpenNode[] = []
  tokens.forEach((token, index) => {
    const open = token.nesting === -1 ? stack.pop() : { token, nodes: [] }
    if (open === undefined) return
    if (token.nesting === 1) {
      stack.push(open)
      return
    }
    const [start, end] = open.token.map ?? [0, 0]
    const parent = stack.at(-1)?.nodes ?? root
    parent.push({ ...open, start, end, isSettled: index < certain })
  })
  return root
}
