import type { Env, Token } from 'markdown-it'

import { isDecided } from './decided-line'
import { parser } from './parser'

export interface ParsedBlocks {
  readonly tokens: readonly Token[]
  /** How many tokens were made before the parser first looked at the last line: no later text can change them. */
  readonly certain: number
}

/** Parses text of which the last line may still grow. Only lines that mean one thing make a token certain. */
export function parseBlocks(source: string, env: Env): ParsedBlocks {
  const tokens: Token[] = []
  const state = new parser.block.State(source, parser, env, tokens)
  const line = source.slice(source.lastIndexOf('\n') + 1)
  // A definition goes on until its line ends, however it begins.
  if (line === '' || (isDecided(line) && !source.includes(']:'))) addEmptyLine(state)
  let certain: number | undefined
  const look = () => {
    certain ??= tokens.length
  }
  watch(state.bMarks, state.lineMax - 1, look)
  watch(state.sCount, state.lineMax - 1, look)
  parser.block.tokenize(state, 0, state.lineMax)
  return { tokens, certain: certain ?? tokens.length }
}

type State = InstanceType<typeof parser.block.State>

/** The parser keeps one empty line behind the last: it becomes a line of the text, with a new one behind it. */
function addEmptyLine(state: State) {
  const end = state.src.length
  state.bMarks.push(end)
  state.eMarks.push(end)
  state.tShift.push(0)
  state.sCount.push(0)
  state.bsCount.push(0)
  state.lineMax += 1
}

function watch(marks: number[], line: number, look: () => void) {
  let mark = marks[line]
  Object.defineProperty(marks, line, {
    get() {
      look()
      return mark
    },
    set(changed: number) {
      mark = changed
    },
  })
}
