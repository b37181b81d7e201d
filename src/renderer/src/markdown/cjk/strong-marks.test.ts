import { describe, expect, it } from 'vitest'

import { parser } from '../parser'
import { measureCalm } from '../testing/measure-calm'
import { readWhole } from '../testing/read-whole'
import { everyCut, stream, streamed } from '../testing/stream'

const MARKED: readonly (readonly [markdown: string, html: string])[] = [
  ['これは**「大切」**です。', 'これは<strong>「大切」</strong>です。'],
  ['**「大切」**です。', '<strong>「大切」</strong>です。'],
  ['**注意：**必ず読む。', '<strong>注意：</strong>必ず読む。'],
  ['彼は**（笑）**と、**怒**と。', '彼は<strong>（笑）</strong>と、<strong>怒</strong>と。'],
  ['**100%**の人', '<strong>100%</strong>の人'],
  ['今は**C++**を', '今は<strong>C++</strong>を'],
  ['これは**`code`**を', 'これは<strong><code>code</code></strong>を'],
  ['旧は~~（古い）~~です', '旧は<s>（古い）</s>です'],
  ['**𠮷**「𠮷**《い》**𠮷」', '<strong>𠮷</strong>「𠮷<strong>《い》</strong>𠮷」'],
  ['**“重要”**的', '<strong>“重要”</strong>的'],
  ['**"중요"**합니다', '<strong>&quot;중요&quot;</strong>합니다'],
]

describe('strong marks beside Japanese, Chinese and Korean', () => {
  it.each(MARKED)('are read in %s', (markdown, html) => {
    expect(parser.renderInline(markdown)).toBe(html)
  })

  it.each([
    '価格*（税込）と送料*（税込）',
    '二つの** 離れた **印',
    'は** 「空」 **',
    'a**"b"**c',
    'これは__「下線」__です',
  ])('stay as they are in %s', (markdown) => {
    expect(parser.renderInline(markdown)).not.toMatch(/<(em|strong|s)>/)
  })

  it('come to the same however the text arrives, and take nothing back', () => {
    const text = `${MARKED.map(([markdown]) => markdown).join('\n\n')}\n\n次`
    for (const size of [1, 2, 3, 7]) {
      expect(streamed(text, everyCut(text.length, size)).blocks).toEqual(readWhole(text))
    }
    // The first of two tildes may be one of its own; it is the reveal that waits for the second.
    const bold = text.replaceAll('~~', '**')
    expect(measureCalm(stream(bold, everyCut(bold.length, 1)))).toEqual({ shrunk: [], turned: [] })
  })
})
