import { isProse } from '../math/is-prose'
import type { Piece, Read, Surroundings } from './piece'

/** What may stand between the parentheses of a link. */
const TARGET = String.raw`(?:[^()\n]|\([^()\n]*\))`

/** What is only begun, up to the end of the text: what it becomes is not known. */
const BEGUN: readonly RegExp[] = [
  /\\$/y,
  /&[#a-z\d]{0,31}$/iy,
  /!\[[^\]\n]{0,200}(?:\](?:\([^)\n]{0,1000})?)?$/y,
  new RegExp(String.raw`\](?:\(${TARGET}{0,1000}(?:\([^()\n]*)?|\[[^\]\n]{0,80})?$`, 'y'),
  /\[\^[^\s\]]{0,80}$/y,
  /\$\$[^$\n`]{0,200}\$?$/y,
  /\\\((?:(?!\\\))[^\n]){0,200}$|\\\[(?:(?!\\\])[^\n]){0,200}$/y,
  /(?:\*{1,200}|_{1,200}|~{1,200})$/y,
]

const KINDS: readonly (readonly [Piece['kind'], RegExp])[] = [
  ['unseen', /[ \t]*\n/y],
  ['whole', /[ \t]+/y],
  ['seen', /[^\s\\$`!&*~_[\]]+/y],
  ['whole', /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy],
  ['whole', /\\\((?:\\(?!\))[^\n]|[^\\\n]){1,1000}\\\)|\\\[(?:\\(?!\])[^\n]|[^\\\n]){1,1000}\\\]/y],
  ['whole', /\\[!-/:-@[-`{-~]/y],
  ['whole', /\$\$[^$\n]+\$\$/y],
  ['whole', new RegExp(String.raw`!\[[^\]\n]{0,1000}\]\(${TARGET}*\)`, 'y')],
  ['unseen', new RegExp(String.raw`\](?:\(${TARGET}*\)|\[[^\]\n]*\])`, 'y')],
  ['whole', /\[\^[^\s\]]{1,80}\]/y],
  ['unseen', /[[\]]/y],
  ['unseen', /(?:\*+|~~+)(?=\S)|(?<=\S)(?:\*+|~~+)/y],
  ['unseen', /(?<![\p{L}\d])_+(?=\S)|(?<=\S)_+(?![\p{L}\d])/uy],
  ['seen', /[^\n]/uy],
]

const BACKTICKS = /`+/y
const CODE = /[^`\n]+|`+/y
const CODE_LINE = /[^\n]+/y
const CELL = /(?:\\.|[^|\n\\]){0,1000}\|/y
const LAST_CELL = /[^\n]{1,1000}(?=\n)/y
const LONG_CELL = /[^|\n]{1000,}/y
const NEWLINE = /\n/y
/** A dollar that may open a formula, and what follows it: by the tokeniser's rules, money is none. */
const FORMULA = /(?<![\p{L}\d$])\$(?=[^\s$])((?:\\.|[^$\n`\\]){1,1000}(?<!\s))\$(?![\d$])/uy
const FORMULA_BEGUN = /(?<![\p{L}\d$])\$(?=[^\s$])([^$\n`]{0,200})$/uy

/** The next piece of a line, behind its markers; undefined while it is not known what it is. */
export function readInlinePiece(text: string, at: number, around: Surroundings): Read | undefined {
  const take = (pattern: RegExp) => match(pattern, text, at)?.[0]
  const newline = take(NEWLINE)
  if (newline !== undefined) {
    return { piece: { kind: 'unseen', length: 1 }, around: { ...around, isRow: false, backticks: undefined } }
  }
  if (around.fence !== undefined) return read('seen', take(CODE_LINE), around)
  if (around.isRow) {
    const cell = take(CELL) ?? take(LAST_CELL)
    return cell === undefined ? read('seen', take(LONG_CELL), around) : read('whole', cell, around)
  }

  const code = take(around.backticks === undefined ? BACKTICKS : CODE)
  if (code?.startsWith('`') === true) return readBackticks(code, around)
  if (code !== undefined) return read('seen', code, around)

  const formula = match(FORMULA, text, at)
  if (formula !== undefined && !isProse(formula[1] ?? '')) return read('whole', formula[0], around)
  const begun = match(FORMULA_BEGUN, text, at)
  if (begun !== undefined && !isProse(begun[1] ?? '')) return undefined
  if (BEGUN.some((pattern) => take(pattern) !== undefined)) return undefined
  for (const [kind, pattern] of KINDS) {
    const found = take(pattern)
    if (found !== undefined) return read(kind, found, around)
  }
  return undefined
}

function readBackticks(run: string, around: Surroundings): Read {
  if (around.backticks === undefined) return { ...unseen(run), around: { ...around, backticks: run } }
  if (around.backticks === run) return { ...unseen(run), around: { ...around, backticks: undefined } }
  return { piece: { kind: 'seen', length: run.length }, around }
}

function unseen(found: string): { readonly piece: Piece } {
  return { piece: { kind: 'unseen', length: found.length } }
}

function read(kind: Piece['kind'], found: string | undefined, around: Surroundings): Read | undefined {
  return found === undefined ? undefined : { piece: { kind, length: found.length }, around }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
