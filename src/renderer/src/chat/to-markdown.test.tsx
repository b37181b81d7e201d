import { expect, it } from 'vitest'

import { MarkdownView } from '../markdown/markdown-view'
import { renderWithWords } from '../testing/render-with-words'
import { toMarkdown } from './to-markdown'
import { toRichText } from './to-rich-text'

it.each([
  'Plain words, and *leaning* ones, and **strong** ones, and ~~wrong~~ ones.',
  '# One\n\n### Three',
  'A [link](https://example.com/) and `code`, and `` a`b ``.',
  '- one\n- two',
  '3. three\n4. four',
  '- [x] done\n- [ ] open',
  '> quoted\n>\n> twice',
  '```\nconst one = 1\n\n\n  two()\n```',
  '````\n```\n````',
  '| a | b |\n| --- | --- |\n| 1 | x\\|y |',
  '| a | b |\n| --- | --- |\n| 1 | x<br>y |',
  'one\n\n---\n\ntwo',
])('says again what was rendered from %j', (markdown) => {
  const { container } = renderWithWords(<MarkdownView text={markdown} isLive={false} />)
  expect(toMarkdown(container)).toBe(markdown)
})

it('copies words as rich text, without what the page adds to them', () => {
  const text = 'A **game** of [teams](https://example.com/).\n\n```ts\nplay()\n```'
  const { container } = renderWithWords(<MarkdownView text={text} isLive={false} />)
  const rich = toRichText(container)
  expect(rich).toContain('<p>A <strong>game</strong> of <a href="https://example.com/">teams</a>.</p>')
  expect(rich).not.toMatch(/class=|<button|<svg/)
})
