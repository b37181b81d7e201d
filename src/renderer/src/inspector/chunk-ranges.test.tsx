import { expect, it } from 'vitest'

import { MarkdownView } from '../markdown/markdown-view'
import { renderWithWords } from '../testing/render-with-words'
import { toChunkRanges } from './chunk-ranges'

/** The text of every second chunk, as the ranges cut it out of the page. */
function secondChunks(...chunks: readonly string[]): readonly string[] {
  const source = chunks.join('')
  const starts = chunks.slice(1).map((_, index) => chunks.slice(0, index + 1).join('').length)
  const { container } = renderWithWords(<MarkdownView text={source} isLive={false} />)
  return toChunkRanges(container, { source, starts }).map((place) => {
    const range = document.createRange()
    range.setStart(place.startContainer, place.startOffset)
    range.setEnd(place.endContainer, place.endOffset)
    return range.toString()
  })
}

it('cuts every second chunk out of plain words', () => {
  expect(secondChunks('One ', 'two ', 'three', ' four.')).toEqual(['two ', ' four.'])
})

it('follows a chunk over the seams of elements', () => {
  expect(secondChunks('A **bo', 'ld** mo', 've\n\n- and', ' it\n- a', ' bit')).toEqual(['ld mo', ' ita'])
})

it('does not take the labels of a block of code for words of the reply', () => {
  expect(secondChunks('Read:\n\n```js\n', 'const a', ' = 1\n```\n\nThen ', 'go on')).toEqual([
    'const a',
    'go on',
  ])
})

it('tints nothing where a chunk left nothing to see, or nothing is drawn', () => {
  expect([secondChunks('word', '\n\n'), secondChunks('', '')]).toEqual([[], []])
})
