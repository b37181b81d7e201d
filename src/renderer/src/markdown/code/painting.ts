import { append, countMembers, type Grouped } from '../grouped'
import { copyState, startState, tokeniseLine, type Parser, type Token } from './tokenise-line'

export interface PaintedLine {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** Lines of code that may still grow, and the tokens of as many of them as there was time for. */
export interface Painting {
  readonly parser: Parser | undefined
  readonly source: Grouped<string>
  /** Every line whose end has come is tokenised once. */
  readonly complete: Grouped<PaintedLine>
  /** The parser's state behind the complete lines; only copies of it are changed. */
  readonly state: unknown
  /** The complete lines, and the last one when its turn has come. */
  readonly lines: Grouped<PaintedLine>
  readonly isBehind: boolean
}

export const UNPAINTED: Painting = {
  parser: undefined,
  source: [],
  complete: [],
  state: undefined,
  lines: [],
  isBehind: false,
}

/** Says, by the number of characters that were tokenised, whether there is time for another line. */
export type MayGoOn = (characters: number) => boolean

export interface Canvas {
  readonly parser: Parser | undefined
  readonly source: Grouped<string>
}

/** The painting of lines that have grown; any other lines, or another language, begin a new one. */
export function continuePainting(before: Painting, canvas: Canvas, mayGoOn: MayGoOn): Painting {
  const { parser, source } = canvas
  if (parser === undefined) return UNPAINTED
  if (parser === before.parser && source === before.source) return before
  const start =
    parser === before.parser && isGrown(before, source)
      ? { ...before, parser, source }
      : { ...UNPAINTED, parser, source, state: startState(parser) }
  return paint(start, mayGoOn)
}

/** Goes on with what there was no time for. */
export function paintMore(painting: Painting, mayGoOn: MayGoOn): Painting {
  const { parser } = painting
  return parser === undefined ? painting : paint({ ...painting, parser }, mayGoOn)
}

function paint(painting: Painting & { readonly parser: Parser }, mayGoOn: MayGoOn): Painting {
  const { parser, source } = painting
  const state = copyState(parser, painting.state)
  const left = membersFrom(source, countMembers(painting.complete))
  const painted: PaintedLine[] = []
  let characters = 0
  for (const text of left.slice(0, -1)) {
    if (!mayGoOn(characters)) break
    painted.push({ text, tokens: tokeniseLine(parser, state, text) })
    characters += text.length + 1
  }
  const complete = append(painting.complete, painted)
  const isBehind = painted.length < left.length - 1
  const last = isBehind ? [] : left.slice(-1).map((text) => paintLast(parser, state, text))
  return { parser, source, complete, state, lines: append(complete, last), isBehind }
}

function paintLast(parser: Parser, state: unknown, text: string): PaintedLine {
  return { text, tokens: tokeniseLine(parser, copyState(parser, state), text) }
}

/** Whether the lines that are done are still what they were. */
function isGrown({ source: before, complete }: Painting, source: Grouped<string>): boolean {
  return complete.every(
    (group, index) =>
      source[index] === before[index] || group.every(({ text }, place) => text === source[index]?.[place]),
  )
}

function membersFrom<T>(groups: Grouped<T>, start: number): readonly T[] {
  let before = 0
  return groups.flatMap((group) => {
    const skipped = Math.max(0, start - before)
    before += group.length
    return skipped < group.length ? group.slice(skipped) : []
  })
}
