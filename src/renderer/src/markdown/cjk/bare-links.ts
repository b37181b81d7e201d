import type { MarkdownIt } from 'markdown-it'

const HIRAGANA = String.raw`[\u3041-\u309f]`
const JAPANESE = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc]`

/**
 * An address up to where a sentence goes on behind it with nothing between, as in `https://example.comを見る`: behind the name
 * of the host, the slash of the host alone, a letter or a digit (`/rulesから`), and at the を of an object. What belongs to an
 * address, as in `/wiki/野球`, `/C言語` or `//日本語.jp`, stays in it.
 */
const ADDRESS = new RegExp(
  String.raw`^[a-z]+:\/\/(?:[^/?#]*[a-z\d](?=${JAPANESE}+(?:[/?#]|$))|[^/?#]+\/(?=${HIRAGANA})|.*?(?:[a-z\d](?=${HIRAGANA})|\/(?=を)))`,
  'isu',
)

interface Found {
  readonly index: number
  lastIndex: number
  raw: string
  text: string
  url: string
}

/** Ends a bare address where a Japanese sentence goes on. */
export function endBareLinksBeforeJapanese({ linkify }: MarkdownIt): void {
  const match = linkify.match.bind(linkify)
  const matchAtStart = linkify.matchAtStart.bind(linkify)
  linkify.match = (text) => match(text)?.map(shortened) ?? null
  linkify.matchAtStart = (text) => {
    const found = matchAtStart(text)
    return found && shortened(found)
  }
}

function shortened<T extends Found>(found: T): T {
  const address = ADDRESS.exec(found.raw)?.[0]
  if (address === undefined) return found
  const rest = found.raw.length - address.length
  found.lastIndex -= rest
  found.raw = address
  found.text = found.text.slice(0, -rest)
  found.url = found.url.slice(0, -rest)
  return found
}
