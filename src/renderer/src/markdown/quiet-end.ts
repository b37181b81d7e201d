import { MOST_CHARACTERS } from './math/inline-math'
import { isProse, SIGN } from './math/is-prose'

/** Up to here a line may be a list item, a quote or a task. */
const MARKERS = '[ >]*(?:(?:[-+*]|\\d{1,9}[.)]) +)*'

const SIGNS = '[-+*=_~`#> ]*|\\d{1,9}[.)]?|(?:`{3}|~{3}).*|\\|[ :-]*'
const BRACKETS =
  '\\*\\[[^\\[\\]]{0,80}(?:\\]|\\]:.*)?|' +
  '\\[(?!\\^)[^\\[\\]]{0,80}(?:\\]|\\]:.*)?|\\[\\^[^\\s[\\]]{0,80}(?:\\]:? *)?'
const MATH = '\\$(?:\\$[^$]*(?:\\${1,2}[.,;:]?)?)?|\\\\(?:\\[(?:(?!\\\\\\]).)*(?:\\\\\\][.,;:]?)?)?'

/** A last line that says nothing yet: a list, a heading, a rule, an underline, a fence, a task, a definition, a formula? */
const UNDECIDED = new RegExp(`^${MARKERS}(?:${SIGNS}|${BRACKETS}|${MATH})$`)

/** The same within a fence, where only its end is undecided. */
const UNDECIDED_IN_FENCE = /^ {0,3}(?:`+|~+) *$/

/** How far a text that still grows is shown: up to a last line, or a table's head, of which nobody knows what it is. */
export function quietEnd(text: string, isInFence: boolean): number {
  const start = text.lastIndexOf('\n') + 1
  const line = text.slice(start)
  if (isInFence) return UNDECIDED_IN_FENCE.test(line) ? start : completeEnd(text)
  const tableStart = findTableHead(text, start)
  if (tableStart !== undefined) return tableStart
  return findFormula(text) ?? (UNDECIDED.test(line) ? start : completeEnd(text))
}

/** A line that begins a formula and does not end it; the closing delimiter may stand on one of the next lines. */
const FORMULA = new RegExp(`^${MARKERS}(?:\\$\\$(?=[^$\\n])|\\\\\\[(?=[^\\n]))`, 'm')

/** Where a formula begins that shares its first line with the delimiter and is not closed. */
function findFormula(text: string): number | undefined {
  const start = Math.max(text.lastIndexOf('\n\n') + 1, 0)
  if (text.length - start > MOST_CHARACTERS) return undefined
  const paragraph = text.slice(start)
  const match = FORMULA.exec(paragraph)
  if (match === null) return undefined
  const rest = paragraph.slice(match.index + match[0].length)
  const isDollar = match[0].endsWith('$')
  if (rest.includes(isDollar ? '$$' : '\\]') || rest.includes('`') || !SIGN.test(rest)) return undefined
  return isDollar || !isProse(rest) ? start + match.index : undefined
}

/** Where a table begins of which the second line, the one that makes it a table, is not complete. */
function findTableHead(text: string, start: number): number | undefined {
  if (isRow(text, start)) {
    const previous = lineBefore(text, start)
    if (previous === undefined || !isRow(text, previous)) return start
    const beforeThat = lineBefore(text, previous)
    const isSecond = beforeThat === undefined || !isRow(text, beforeThat)
    return isSecond && /^[|:\- ]*$/.test(text.slice(start)) ? previous : undefined
  }
  if (start < text.length) return undefined
  const head = lineBefore(text, start)
  if (head === undefined || !isRow(text, head)) return undefined
  const beforeHead = lineBefore(text, head)
  return beforeHead === undefined || !isRow(text, beforeHead) ? head : undefined
}

function isRow(text: string, start: number): boolean {
  let at = start
  while (text[at] === ' ') at += 1
  return text[at] === '|'
}

function lineBefore(text: string, start: number): number | undefined {
  return start === 0 ? undefined : text.lastIndexOf('\n', start - 2) + 1
}

/** Never between the halves of a character, of a line break or of a delimiter. */
function completeEnd(text: string): number {
  // Only the end is looked at: a pattern would be tried at each place of a long text.
  return /(?:[\r\uD800-\uDBFF\\]|(?<!\$)\$)$/.test(text.slice(-2)) ? text.length - 1 : text.length
}
