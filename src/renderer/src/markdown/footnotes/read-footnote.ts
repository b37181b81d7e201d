import type { StateInline } from 'markdown-it'

import type { BlockPlace } from '../block-place'

const DEFINITION = /^\[\^([^\s[\]^]+)\]:[ \t]*/
const REFERENCE = /\[\^([^\s[\]^]+)\]/y

const INDENT = 4

/** A rule of the tokeniser for `[^label]: text`; further lines of it are indented. */
export function readFootnote(...[state, startLine, endLine, silent]: BlockPlace): boolean {
  const begin = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
  const match = DEFINITION.exec(state.src.slice(begin, state.eMarks[startLine]))
  if (match === null || (state.sCount[startLine] ?? 0) - state.blkIndent >= INDENT) return false
  if (silent) return true

  const open = state.push('footnote_open', 'li', 1)
  open.meta = { label: match[1] }
  const { parentType } = state
  const mark = state.bMarks[startLine] ?? 0
  const shift = state.tShift[startLine] ?? 0
  const indent = state.sCount[startLine] ?? 0
  state.bMarks[startLine] = begin + match[0].length
  state.tShift[startLine] = 0
  state.blkIndent += INDENT
  state.sCount[startLine] = state.blkIndent
  state.parentType = 'footnote'
  state.md.block.tokenize(state, startLine, endLine)
  state.parentType = parentType
  state.blkIndent -= INDENT
  state.bMarks[startLine] = mark
  state.tShift[startLine] = shift
  state.sCount[startLine] = indent
  // Of an empty one the tokeniser takes no line.
  state.line = Math.max(state.line, startLine + 1)
  open.map = [startLine, state.line]
  state.push('footnote_close', 'li', -1)
  return true
}

/** A rule of the tokeniser for `[^label]`, defined or not: a definition may still come. */
export function readFootnoteReference(state: StateInline, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos
  const match = REFERENCE.exec(state.src)
  if (match === null || state.linkLevel > 0 || REFERENCE.lastIndex > state.posMax) return false
  if (!silent) {
    const token = state.push('footnote_reference', '', 0)
    token.content = match[0]
    token.meta = { label: match[1] }
  }
  state.pos += match[0].length
  return true
}
