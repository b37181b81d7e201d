import { StringStream } from '@codemirror/streamparser'

import { startState, type Parser } from '../tokenise-line'

/**
 * For a parser that keeps its last token outside its state: each line begins behind the same one, a semicolon.
 * Otherwise the colours of a line would depend on what was painted before it, in whatever block.
 */
export function primed(parser: Parser): Parser {
  const prime = () => {
    parser.token(new StringStream(';', 2, 2), startState(parser))
  }
  return {
    ...parser,
    startState(indent) {
      prime()
      return parser.startState?.(indent)
    },
    token(stream, state) {
      if (stream.sol()) prime()
      return parser.token(stream, state)
    },
  }
}
