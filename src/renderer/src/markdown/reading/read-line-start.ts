import { NOTHING_AROUND, type Piece, type Read, type Surroundings } from './piece'

/** Markers of quotes, items and tasks. */
const MARKERS = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])[ \t]*)*(?:\[[ xX]\][ \t]+)?/

/** A line that may still become something else than text. */
const UNDECIDED =
  /^(?:[-+*=_~`#>|$\\: \t]*|\\\[[ \t]*|\d{1,9}[.)]?|\[[^[\]]{0,80}\]?|(?:`{3}|~{3}|\[(?!\^)[^\]]+\]:).*)$/

/** A line that is longer is taken for what it looks like, and is not read from its start again. */
const LONGEST_UNDECIDED = 1000

const FENCE = /^(`{3,}|~{3,})[^`]*$/
const FENCE_END = /^[ \t>]*(?:(`+|~+)[ \t]*)?$/
const MATH = /^(\$\$|\\\[)[ \t]*$/

/** A rule, the line below a heading or a table's head, a definition, or the kind of an alert. */
const SILENT_LINE = /^(?:(?:[-*_=][ \t]*)+|[|:\- \t]*|\[(?!\^)[^\]]+\]:.*|\[![a-z]+\][ \t]*)$/i

/** The marker of a heading, a note or a row. */
const SILENT_START = /^(?:#{1,6}[ \t]+|\[\^[^\s\]]+\]:[ \t]*|\|)/

/** What stands before the words of a line; undefined while it is not known. */
export function readLineStart(text: string, at: number, around: Surroundings): Read | undefined {
  const end = text.indexOf('\n', at)
  const isComplete = end !== -1
  const line = text.slice(at, isComplete ? end : undefined)
  const whole = toWhole(line, isComplete)
  if (around.fence !== undefined) return readInFence(line, isComplete, { ...around, fence: around.fence })
  if (around.math !== undefined) return readInMath(line, isComplete, { ...around, math: around.math })

  const markers = MARKERS.exec(line)?.[0] ?? ''
  const rest = line.slice(markers.length)
  if (isUndecided(line, isComplete) && UNDECIDED.test(rest)) return undefined
  const fence = FENCE.exec(rest)?.[1]
  if (fence !== undefined) return { piece: whole, around: { ...NOTHING_AROUND, fence } }
  const math = MATH.exec(rest)?.[1]
  if (math !== undefined) {
    return { piece: whole, around: { ...NOTHING_AROUND, math: math === '$$' ? math : '\\]' } }
  }
  if (SILENT_LINE.test(rest)) return { piece: whole, around: NOTHING_AROUND }
  const start = SILENT_START.exec(rest)?.[0] ?? ''
  return {
    piece: { kind: 'unseen', length: markers.length + start.length },
    around: { ...NOTHING_AROUND, isRow: start === '|' },
  }
}

function isUndecided(line: string, isComplete: boolean): boolean {
  return !isComplete && line.length <= LONGEST_UNDECIDED
}

function toWhole(line: string, isComplete: boolean): Piece {
  return { kind: 'unseen', length: isComplete ? line.length + 1 : line.length }
}

function readInFence(
  line: string,
  isComplete: boolean,
  around: Surroundings & { readonly fence: string },
): Read | undefined {
  const end = FENCE_END.exec(line)
  if (isUndecided(line, isComplete) && end !== null) return undefined
  if (end?.[1]?.startsWith(around.fence) === true) {
    return { piece: toWhole(line, isComplete), around: NOTHING_AROUND }
  }
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
  return { piece: { kind: 'unseen', length: indent }, around }
}

/** A formula is one thing, however many lines it has. Of an unfinished line just the last may begin what closes it. */
function readInMath(
  line: string,
  isComplete: boolean,
  around: Surroundings & { readonly math: string },
): Read | undefined {
  const closing = line.indexOf(around.math)
  if (closing !== -1) {
    const length = closing + around.math.length
    return { piece: { kind: 'whole', length }, around: NOTHING_AROUND }
  }
  const length = isComplete ? line.length + 1 : line.length + 1 - around.math.length
  return length > 0 ? { piece: { kind: 'unseen', length }, around } : undefined
}
