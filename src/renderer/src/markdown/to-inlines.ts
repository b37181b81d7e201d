import type { Token } from 'markdown-it'

import type { Inline, Styled } from './tree'

const STYLED: Readonly<Record<string, Styled['type']>> = {
  em_open: 'emphasis',
  strong_open: 'strong',
  s_open: 'strike',
}

/** Inline tokens as a tree; neighbouring texts become one. */
export function toInlines(tokens: readonly Token[]): readonly Inline[] {
  const stack: Inline[][] = [[]]
  const opened: Token[] = []
  for (const token of tokens) {
    const here = stack.at(-1) ?? []
    if (token.nesting === 1) {
      opened.push(token)
      stack.push([])
    } else if (token.nesting === -1) {
      const open = opened.pop()
      const inlines = stack.pop() ?? []
      if (open !== undefined) stack.at(-1)?.push(toParent(open, inlines))
    } else {
      pushLeaf(here, token)
    }
  }
  return stack[0] ?? []
}

/** What the tokens say without any markup. */
export function toPlainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.children !== null && token.children.length > 0) return toPlainText(token.children)
      return token.type.endsWith('break') ? '\n' : token.content
    })
    .join('')
}

function toParent(open: Token, inlines: readonly Inline[]): Inline {
  const style = STYLED[open.type]
  if (style !== undefined) return { type: style, inlines }
  return {
    type: 'link',
    href: String(open.attrGet('href') ?? ''),
    title: open.attrGet('title')?.toString(),
    inlines,
  }
}

function pushLeaf(inlines: Inline[], token: Token) {
  if (token.type === 'code_inline') inlines.push({ type: 'inline-code', text: token.content })
  else if (token.type === 'softbreak') inlines.push({ type: 'soft-break' })
  else if (token.type === 'hardbreak') inlines.push({ type: 'hard-break' })
  else if (token.type === 'image') inlines.push(toImage(token))
  else if (token.type === 'math_inline') {
    inlines.push({ type: 'inline-math', tex: token.content, isDisplay: token.meta?.isDisplay === true })
  } else if (token.type === 'footnote_reference') {
    inlines.push({ type: 'footnote-reference', label: String(token.meta?.label) })
  } else pushText(inlines, token.content)
}

function pushText(inlines: Inline[], text: string) {
  if (text === '') return
  const last = inlines.at(-1)
  if (last?.type === 'text') inlines[inlines.length - 1] = { type: 'text', text: last.text + text }
  else inlines.push({ type: 'text', text })
}

function toImage(token: Token): Inline {
  return {
    type: 'image',
    source: String(token.attrGet('src') ?? ''),
    alt: toPlainText(token.children ?? []),
  }
}
