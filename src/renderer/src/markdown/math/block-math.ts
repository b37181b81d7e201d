import type { StateBlock } from 'markdown-it'

import type { BlockPlace } from '../block-place'
import { MOST_CHARACTERS } from './inline-math'
import { isProse, SIGN } from './is-prose'

const CLOSINGS: Readonly<Record<string, string>> = { $$: '$$', '\\[': '\\]' }

interface Reading {
  /** The line behind the formula. */
  readonly next: number
  readonly tex: string
  readonly isClosed: boolean
}

/** A rule of the tokeniser for `$$` and `\[` at the start of a line. Alone on it, they open a block as a fence does. */
export function readBlockMath(...[state, startLine, endLine, silent]: BlockPlace): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const line = readLine(state, startLine)
  const opening = line.slice(0, 2)
  const closing = CLOSINGS[opening]
  if (closing === undefined) return false
  const rest = line.slice(2)
  const reading = rest === '' ? readFence(state, { startLine, endLine, closing }) : undefined
  const isMeant = rest.includes('$$') || SIGN.test(rest.replaceAll(closing, ''))
  const found = reading ?? (isMeant ? readText(state, { startLine, endLine, closing, rest }) : undefined)
  if (found === undefined) return false
  if (silent) return true

  state.line = found.next
  const token = state.push('math_block', 'math', 0)
  token.content = found.tex.trim()
  token.markup = opening
  token.map = [startLine, found.next]
  token.meta = { isClosed: found.isClosed }
  return true
}

interface Range {
  readonly startLine: number
  readonly endLine: number
  readonly closing: string
}

function readFence(state: StateBlock, { startLine, endLine, closing }: Range): Reading {
  const indent = state.sCount[startLine] ?? 0
  let next = startLine + 1
  let last: string | undefined
  for (; next < endLine && last === undefined; next += 1) {
    if (isOutdented(state, next)) break
    last = beforeClosing(readLine(state, next), closing)
  }
  const isClosed = last !== undefined
  const content = state.getLines(startLine + 1, isClosed ? next - 1 : next, indent, true)
  return { next, tex: content + (last ?? ''), isClosed }
}

/** A formula that shares its first line with the delimiter is no longer, and holds no more, than one within a line. */
function readText(
  state: StateBlock,
  { startLine, endLine, closing, rest }: Range & { readonly rest: string },
): Reading | undefined {
  if (rest.startsWith('$')) return undefined
  const lines: string[] = []
  for (let next = startLine; next < endLine; next += 1) {
    if (next > startLine && (state.isEmpty(next) || isOutdented(state, next))) return undefined
    const line = next === startLine ? rest : readLine(state, next)
    const last = beforeClosing(line, closing)
    const tex = [...lines, last ?? line].join('\n')
    const isLong = (state.eMarks[next] ?? 0) - (state.bMarks[startLine] ?? 0) > MOST_CHARACTERS
    if (isLong || tex.includes('`') || (closing === '\\]' && isProse(tex))) return undefined
    // Text behind a formula on its only line makes it a part of a paragraph.
    if (tex.includes(closing)) return undefined
    if (last !== undefined) return { next: next + 1, tex, isClosed: true }
    lines.push(line)
  }
  return undefined
}

function isOutdented(state: StateBlock, line: number): boolean {
  return !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent
}

function readLine(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd()
}

/** What stands before a delimiter at the end of a line; a full stop behind it belongs to the formula. */
function beforeClosing(line: string, closing: string): string | undefined {
  const stop = /[.,;:。、]?$/.exec(line)?.[0] ?? ''
  const bare = line.slice(0, line.length - stop.length)
  return bare.endsWith(closing) ? bare.slice(0, -closing.length) + stop : undefined
}
