import type { StreamParser, StringStream } from '@codemirror/streamparser'

import { copyState, startState, type Parser } from '../tokenise-line'
import { javascript, typescript } from './scripts'

interface CodeFrame {
  readonly type: 'code'
  readonly parser: Parser
  readonly state: unknown
  /** Braces that are open. */
  depth: number
  /** The last token that is neither space nor comment. */
  before: string
}

interface TagFrame {
  readonly type: 'tag'
  readonly isEnd: boolean
  hasName: boolean
}

interface TextFrame {
  readonly type: 'text'
}

type Frame = CodeFrame | TagFrame | TextFrame

interface JsxState {
  /** What is open, the innermost last: an element in the code of an element in the code. */
  readonly frames: Frame[]
}

/** What an element may stand behind, where anything else makes `<` a comparison or a list of types. */
const BEFORE_ELEMENT = /^(?:|[(,=?:[{};]|=>|&&|\|\||\?\?|return|default|else|case|yield)$/

const ELEMENT = /^<(?=[A-Za-z_$>])(?![\w$]+(?:,|\s+extends\b)|[A-Z]>\()/

/** JavaScript and TypeScript with elements in it. */
export const jsx: Parser = withElements(javascript)
export const tsx: Parser = withElements(typescript)

function withElements(parser: Parser): StreamParser<JsxState> {
  return {
    startState: () => ({ frames: [toCode(parser)] }),
    copyState: ({ frames }) => ({ frames: frames.map(copyFrame) }),
    token(stream, { frames }) {
      const frame = frames.at(-1) ?? toCode(parser)
      switch (frame.type) {
        case 'code':
          return readCode(stream, frame, frames)
        case 'tag':
          return readTag(stream, frame, { frames, parser })
        case 'text':
          return readText(stream, { frames, parser })
      }
    },
  }
}

interface Around {
  readonly frames: Frame[]
  readonly parser: Parser
}

function toCode(parser: Parser): CodeFrame {
  return { type: 'code', parser, state: startState(parser), depth: 0, before: '' }
}

function copyFrame(frame: Frame): Frame {
  return frame.type === 'code' ? { ...frame, state: copyState(frame.parser, frame.state) } : { ...frame }
}

function readCode(stream: StringStream, frame: CodeFrame, frames: Frame[]): string | null {
  const mayBegin = stream.peek() === '<' && BEFORE_ELEMENT.test(frame.before) && isBetweenTokens(frame)
  if (mayBegin && stream.match(ELEMENT)) {
    frame.before = ')'
    frames.push({ type: 'tag', isEnd: false, hasName: false })
    return null
  }
  const style = frame.parser.token(stream, frame.state)
  const text = stream.current()
  if (text.trim() !== '' && style !== 'comment') frame.before = style === 'string' ? ')' : text
  if (!style && text === '{') frame.depth += 1
  if (!style && text === '}') frame.depth -= 1
  if (frame.depth < 0 && frames.length > 1) frames.pop()
  return style
}

/** Not within a comment or a template string. */
function isBetweenTokens({ parser, state }: CodeFrame): boolean {
  return readTokenise(state) === readTokenise(startState(parser))
}

function readTokenise(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'tokenize' in state ? state.tokenize : undefined
}

function readTag(stream: StringStream, frame: TagFrame, { frames, parser }: Around): string | null {
  if (stream.eatSpace()) return null
  if (stream.match('/>')) {
    frames.pop()
    return null
  }
  if (stream.eat('>')) {
    frames.pop()
    if (frame.isEnd) frames.pop()
    else frames.push({ type: 'text' })
    return null
  }
  if (stream.eat('{')) {
    frames.push(toCode(parser))
    return null
  }
  if (stream.match(/^(?:"[^"]*"?|'[^']*'?)/)) return 'string'
  if (stream.match(/^[\w$.:-]+/)) {
    const style = frame.hasName ? 'attribute' : 'tag'
    frame.hasName = true
    return style
  }
  stream.next()
  return null
}

function readText(stream: StringStream, { frames, parser }: Around): string | null {
  if (stream.match('</')) frames.push({ type: 'tag', isEnd: true, hasName: false })
  else if (stream.eat('<')) frames.push({ type: 'tag', isEnd: false, hasName: false })
  else if (stream.eat('{')) frames.push(toCode(parser))
  else stream.eatWhile(/[^<{]/)
  return null
}
