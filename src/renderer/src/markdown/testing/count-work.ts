import { parser } from '../parser'

/** How many characters the parser is given while something runs: blocks and inline text together. */
export function countWork(run: () => void): number {
  const { block, inline } = parser
  const { tokenize } = block
  const { parse } = inline
  let characters = 0
  block.tokenize = (state, start, end) => {
    if (state.level === 0 && start === 0) characters += state.src.length
    tokenize.call(block, state, start, end)
  }
  inline.parse = (...given) => {
    characters += given[0].length
    parse.apply(inline, given)
  }
  run()
  block.tokenize = tokenize
  inline.parse = parse
  return characters
}
