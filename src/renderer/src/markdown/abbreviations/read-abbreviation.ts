import type { BlockPlace } from '../block-place'

const DEFINITION = /^\*\[((?:[^[\]\\]|\\.)+)\]:[ \t]*(\S.*?)[ \t]*$/

/** Further in, it is indented code. */
const INDENT = 4

/**
 * A rule of the tokeniser for `*[HTML]: Hyper Text Markup Language`, by the syntax of markdown-it-abbr, on a line of its
 * own outside lists and quotes.
 */
export function readAbbreviation(...[state, startLine, , silent]: BlockPlace): boolean {
  if (state.level > 0 || (state.sCount[startLine] ?? 0) >= INDENT) return false
  const begin = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
  const match = DEFINITION.exec(state.src.slice(begin, state.eMarks[startLine]))
  if (match === null) return false
  if (silent) return true
  const [, label = '', title = ''] = match
  const token = state.push('abbreviation', '', 0)
  token.meta = { label: label.replace(/\\(.)/g, '$1').trim(), title }
  state.line = startLine + 1
  token.map = [startLine, state.line]
  return true
}
