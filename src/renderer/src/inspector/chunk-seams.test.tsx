import { expect, it } from 'vitest'

import { MarkdownView } from '../markdown/markdown-view'
import { renderWithWords } from '../testing/render-with-words'
import { findChunkSeams } from './chunk-seams'

/** The text around each seam of the chunks: what stands before it in its node, and what behind. */
function seams(...chunks: readonly string[]): readonly string[] {
  const source = chunks.join('')
  const starts = chunks.slice(1).map((_, index) => chunks.slice(0, index + 1).join('').length)
  const { container } = renderWithWords(<MarkdownView text={source} isLive={false} />)
  return findChunkSeams(container, { source, starts }).map(
    ({ node, offset }) => `${node.data.slice(0, offset)}|${node.data.slice(offset)}`,
  )
}

it('finds where chunks of plain words meet', () => {
  expect(seams('One ', 'two ', 'three')).toEqual(['One |two three', 'One two |three'])
})

it('follows chunks over the seams of elements', () => {
  expect(seams('A **bo', 'ld** mo', 've\n\n- and', ' it')).toEqual(['bo|ld', ' mo|ve', 'and| it'])
})

it('does not take the labels of a block of code for words of the reply', () => {
  expect(seams('Read:\n\n```js\n', 'const a', ' = 1\n```\n\nThen ', 'go on')).toEqual([
    '|const a = 1',
    'const a| = 1',
    'Then |go on',
  ])
})

it('finds none where a chunk left nothing to see, or nothing is drawn', () => {
  expect([seams('word', '\n\n'), seams('', '')]).toEqual([[], []])
})
