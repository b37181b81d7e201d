import { html as markup } from '@codemirror/legacy-modes/mode/xml'
import type { StreamParser, StringStream } from '@codemirror/streamparser'

import { copyState, startState, type Parser } from '../tokenise-line'
import { typescript } from './scripts'
import { scss } from './style-sheets'

interface HtmlState {
  readonly markup: unknown
  /** The tag whose name stands before: `>` begins what it holds. */
  opened: string | undefined
  inner: Inner | undefined
}

interface Inner {
  readonly parser: Parser
  readonly state: unknown
  readonly end: RegExp
}

const PARSERS: ReadonlyMap<string, Parser> = new Map([
  ['script', typescript],
  ['style', scss],
])

const mixed: StreamParser<HtmlState> = {
  startState: () => ({ markup: startState(markup), opened: undefined, inner: undefined }),
  copyState: ({ inner, ...state }) => ({
    ...state,
    markup: copyState(markup, state.markup),
    inner: inner && { ...inner, state: copyState(inner.parser, inner.state) },
  }),
  token(stream, state) {
    if (state.inner !== undefined && !stream.match(state.inner.end, false)) {
      return readInner(stream, state.inner)
    }
    state.inner = undefined
    const style = markup.token(stream, state.markup)
    const text = stream.current()
    if (style === 'tag' && stream.string.charAt(stream.start - 1) === '<') state.opened = text.toLowerCase()
    if (style === 'angleBracket' && text.endsWith('>')) {
      state.inner = text === '>' ? toInner(state.opened) : undefined
      state.opened = undefined
    }
    return style
  },
  blankLine({ inner }) {
    inner?.parser.blankLine?.(inner.state, 2)
  },
}

/** HTML with the scripts and style sheets in it; Vue and Svelte write their components alike. */
export const html: Parser = mixed

function toInner(tag = ''): Inner | undefined {
  const parser = PARSERS.get(tag)
  return parser && { parser, state: startState(parser), end: new RegExp(`^</${tag}`, 'i') }
}

/** A token of the inner language that stops where its end tag stands, be it in a string. */
function readInner(stream: StringStream, { parser, state, end }: Inner): string | null {
  const style = parser.token(stream, state)
  const text = stream.current()
  const cut = text.search(new RegExp(end.source.slice(1), 'i'))
  if (cut > 0) stream.backUp(text.length - cut)
  return style
}
