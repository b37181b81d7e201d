import { render, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'

import { textAt } from './testing/arrivals'
import { useChunkHighlights } from './use-chunk-highlights'

const marked = new Map<string, ReadonlySet<StaticRange>>()

beforeEach(() => {
  marked.clear()
  // jsdom has no highlights; a set of ranges under a name is all that they are to the page.
  vi.stubGlobal('Highlight', Set)
  vi.stubGlobal('CSS', { highlights: marked })
})

const arrivals = textAt(10, 20, 30, 40).map((arrival) => ({ ...arrival, length: 4 }))

function Reply({ isOn, text }: { readonly isOn: boolean; readonly text: string }) {
  useChunkHighlights({ findText: () => document.querySelector('p'), isOn, text: 'one two six ten', arrivals })
  return <p>{text}</p>
}

function readMarks(): readonly string[] {
  return [...(marked.get('chunk-odd') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.textContent ?? '').slice(startOffset, endOffset),
  )
}

it('marks every second chunk, follows the text as it is drawn, and leaves no mark behind', async () => {
  const { rerender, unmount } = render(<Reply isOn text="one two " />)
  expect(readMarks()).toEqual(['two '])
  rerender(<Reply isOn text="one two six ten" />)
  await waitFor(() => expect(readMarks()).toEqual(['two ', 'ten']))
  rerender(<Reply isOn={false} text="one two six ten" />)
  expect(marked.size).toBe(0)
  rerender(<Reply isOn text="one two six ten" />)
  expect(marked.size).toBe(1)
  unmount()
  expect(marked.size).toBe(0)
})
