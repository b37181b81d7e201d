import { clike } from '@codemirror/legacy-modes/mode/clike'
import type { StringStream } from '@codemirror/streamparser'

import { toWords } from './to-words'

interface ClikeState {
  tokenize: ((stream: StringStream, state: ClikeState) => string | null) | null
}

export const php = clike({
  name: 'php',
  keywords: toWords(
    `abstract and array as break callable case catch class clone const continue declare default die do echo else
    elseif empty enddeclare endfor endforeach endif endswitch endwhile enum eval exit extends final finally fn for
    foreach from function global goto if implements include include_once instanceof insteadof interface isset list
    match namespace new or print private protected public readonly require require_once return static switch throw
    trait try unset use var while xor yield`,
  ),
  types: toWords('bool float int iterable mixed never object string void self parent'),
  atoms: toWords(
    'true false null TRUE FALSE NULL __CLASS__ __DIR__ __FILE__ __FUNCTION__ __LINE__ __METHOD__',
  ),
  multiLineStrings: true,
  hooks: {
    $(stream: StringStream) {
      stream.eatWhile(/[\w$]/)
      return 'variable-2'
    },
    '#'(stream: StringStream) {
      if (stream.eat('[')) return 'meta'
      stream.skipToEnd()
      return 'comment'
    },
    '<'(stream: StringStream, state: ClikeState) {
      if (stream.match(/^\?(?:php|=)?/)) return 'meta'
      const word = stream.match(/^<<[ \t]*["']?(\w+)["']?/)
      if (word === null || typeof word === 'boolean') return false
      state.tokenize = untilWord(word[1] ?? '')
      return 'string'
    },
    '?'(stream: StringStream) {
      return stream.eat('>') ? 'meta' : false
    },
  },
})

/** The lines of a heredoc, up to the word that ends it. */
function untilWord(word: string): NonNullable<ClikeState['tokenize']> {
  const end = new RegExp(`^\\s*${word}\\b`)
  return (stream, state) => {
    if (stream.sol() && stream.match(end)) state.tokenize = null
    else stream.skipToEnd()
    return 'string'
  }
}
