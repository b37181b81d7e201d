import { StringStream, type StreamParser } from '@codemirror/streamparser'

import { toKind, type TokenKind } from './token-kind'

export type Parser = StreamParser<unknown>

export interface Token {
  readonly text: string
  /** Undefined for what has the colour of plain text. */
  readonly kind: TokenKind | undefined
}

const TAB_SIZE = 4
const INDENT = 2

/** Code that a person wrote has shorter lines; a longer one stays plain, and costs nothing. */
const LONGEST_LINE = 1_000

/** A parser may return without a step, but only to change its state. */
const MOST_IDLE_CALLS = 10

export function startState(parser: Parser): unknown {
  return parser.startState?.(INDENT) ?? {}
}

/** A state that may be changed without changing the one that it was copied from. */
export function copyState(parser: Parser, state: unknown): unknown {
  if (parser.copyState !== undefined) return parser.copyState(state)
  if (typeof state !== 'object' || state === null) return state
  // Some states have methods, so the copy keeps the prototype.
  const copy: object = Object.create(Object.getPrototypeOf(state) as object | null)
  for (const [key, value] of Object.entries(state)) {
    Object.assign(copy, { [key]: Array.isArray(value) ? value.slice() : (value as unknown) })
  }
  return copy
}

/** The tokens of one line. The state is changed into that behind the line: parsers know no other way. */
export function tokeniseLine(parser: Parser, state: unknown, line: string): readonly Token[] {
  if (line === '') {
    parser.blankLine?.(state, INDENT)
    return []
  }
  if (line.length > LONGEST_LINE) return [{ text: line, kind: undefined }]
  const tokens: Token[] = []
  const stream = new StringStream(line, TAB_SIZE, INDENT)
  while (!stream.eol()) {
    const style = readToken(parser, stream, state)
    pushToken(tokens, stream.current(), toKind(style, stream.current(), line.charAt(stream.pos)))
    stream.start = stream.pos
  }
  return tokens
}

function readToken(parser: Parser, stream: StringStream, state: unknown): string | null {
  for (let call = 0; call < MOST_IDLE_CALLS; call++) {
    const style = parser.token(stream, state)
    // Some parsers give nothing at all for plain text, whatever their types say.
    if (stream.pos > stream.start) return style ?? null
  }
  stream.skipToEnd()
  return null
}

/** Neighbours of one kind become one, and white space goes with what stands before it: fewer elements. */
function pushToken(tokens: Token[], text: string, kind: TokenKind | undefined): void {
  const last = tokens.at(-1)
  if (last !== undefined && (last.kind === kind || text.trim() === '')) {
    tokens[tokens.length - 1] = { text: last.text + text, kind: last.kind }
  } else {
    tokens.push({ text, kind })
  }
}
