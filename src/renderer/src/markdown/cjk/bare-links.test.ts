import { expect, it } from 'vitest'

import { parser } from '../parser'
import { measureCalm } from '../testing/measure-calm'
import { readWhole } from '../testing/read-whole'
import { everyCut, stream, streamed } from '../testing/stream'

const ADDRESSES: readonly (readonly [text: string, address: string])[] = [
  ['https://example.comを見る', 'https://example.com'],
  ['https://example.com/をご覧ください。', 'https://example.com/'],
  ['https://example.com/です', 'https://example.com/'],
  ['詳しくはhttps://example.com/rulesから。', 'https://example.com/rules'],
  ['https://example.com/docs/を開く', 'https://example.com/docs/'],
  ['https://example.com/a?b=1で', 'https://example.com/a?b=1'],
  ['https://example.com、https://example.org。', 'https://example.com'],
  ['（https://example.com/a）です', 'https://example.com/a'],
  ['https://ja.wikipedia.org/wiki/野球', 'https://ja.wikipedia.org/wiki/野球'],
  ['https://ja.wikipedia.org/wiki/C言語', 'https://ja.wikipedia.org/wiki/C言語'],
  ['https://ja.wikipedia.org/wiki/ひらがな', 'https://ja.wikipedia.org/wiki/ひらがな'],
  ['https://日本語.jp/a', 'https://日本語.jp/a'],
  ['https://www.日本語.jp', 'https://www.日本語.jp'],
]

it.each(ADDRESSES)('finds the address in %s', (text, address) => {
  const [, shown] = /<a href="[^"]*">(.*?)<\/a>/.exec(parser.renderInline(text)) ?? []
  expect(shown).toBe(address)
})

it('goes on with the sentence behind the address, however the text arrives', () => {
  expect(parser.renderInline('https://example.comを見る')).toMatch(
    /^<a href="https:\/\/example\.com">.*<\/a>を見る$/,
  )
  const text = `${ADDRESSES.map(([line]) => line).join('\n\n')}\n\n次`
  for (const size of [1, 2, 3, 7]) {
    expect(streamed(text, everyCut(text.length, size)).blocks).toEqual(readWhole(text))
  }
  expect(measureCalm(stream(text, everyCut(text.length, 1)))).toEqual({ shrunk: [], turned: [] })
})
