import type { StateInline } from 'markdown-it'

import { isProse, SIGN } from './is-prose'

/** Where, in an environment, the tokeniser leaves the place of a formula which the text may still close. */
export const OPEN_MATH = Symbol('open math')

interface Delimiter {
  readonly opening: string
  readonly closing: string
  readonly isDisplay: boolean
}

const DELIMITERS: readonly Delimiter[] = [
  { opening: '$$', closing: '$$', isDisplay: true },
  { opening: '$', closing: '$', isDisplay: false },
  { opening: '\\(', closing: '\\)', isDisplay: false },
  { opening: '\\[', closing: '\\]', isDisplay: true },
]

/** What is longer was never meant as a formula within a line. */
export const MOST_CHARACTERS = 1_000

/** A rule of the tokeniser for `$…$`, `$$…$$`, `\(…\)` and `\[…\]`; by Pandoc's rules, and some more, money is none. */
export function readInlineMath(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  const delimiter = DELIMITERS.find(({ opening }) => src.startsWith(opening, pos))
  if (delimiter === undefined || !canOpen(state, delimiter)) return false
  const start = pos + delimiter.opening.length
  const closing = findClosing(state, start, delimiter)
  if (closing === undefined) return false
  const tex = src.slice(start, closing).trim()
  const isText = delimiter.opening === '\\[' && !SIGN.test(tex)
  if (tex === '' || isText || (delimiter.opening !== '$$' && isProse(tex))) return false
  if (!silent) {
    const token = state.push('math_inline', 'math', 0)
    token.content = tex
    token.markup = delimiter.opening
    token.meta = { isDisplay: delimiter.isDisplay }
  }
  state.pos = closing + delimiter.closing.length
  return true
}

/** Not within a word or behind an amount, as in `US$5` and `5$`; before something. */
function canOpen(state: StateInline, { opening }: Delimiter): boolean {
  const { src, pos } = state
  if (opening !== '$') return src[pos - 1] !== '$'
  if (/[\p{Script=Latin}\d$]/u.test(src[pos - 1] ?? '')) return false
  if (pos + 1 === src.length) markOpen(state)
  return /[^\s$]/.test(src[pos + 1] ?? '')
}

/** The place of the closing delimiter. When the text ends before that is certain, the opening one counts as open. */
function findClosing(state: StateInline, start: number, { closing }: Delimiter): number | undefined {
  const { src, posMax } = state
  const isDollar = closing === '$'
  const end = Math.min(posMax, start + MOST_CHARACTERS)
  let at = start
  while (at < end) {
    // Code binds tighter.
    if (src[at] === '`' || (isDollar && src[at] === '\n')) return undefined
    if (src.startsWith(closing, at)) {
      if (isDollar && (!canClose(src, at) || isProse(src.slice(start, at)))) return undefined
      if (isDollar && at + 1 === src.length) markOpen(state)
      return at
    }
    at += src[at] === '\\' ? 2 : 1
  }
  const isWhole = posMax === src.length && end === posMax
  if (isWhole && (closing === '$$' || !isProse(src.slice(start, end)))) markOpen(state)
  return undefined
}

/** Behind something, and not before another amount, as in `$5-$10`, or another name, as in `$HOME/$USER`. */
function canClose(src: string, at: number): boolean {
  const before = src[at - 1] ?? ''
  const behind = src[at + 1] ?? ''
  if (/\s/.test(before) || /[\d$]/.test(behind)) return false
  return !(/\p{L}/u.test(behind) && /[([/:;,=+"'–—-]/.test(before))
}

function markOpen({ env, pos }: StateInline) {
  const known = env[OPEN_MATH]
  env[OPEN_MATH] = typeof known === 'number' ? Math.min(known, pos) : pos
}
