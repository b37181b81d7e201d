import { render, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'

import { textAt } from './testing/arrivals'
import { useChunkHairlines } from './use-chunk-hairlines'

let resized: () => void = () => {}
let width = 10

beforeEach(() => {
  width = 10
  // jsdom lays nothing out: each character is as wide as the last, and all stand on one line.
  Range.prototype.getClientRects = function () {
    return [{ left: this.startOffset * width, top: 20, height: 16 }] as unknown as DOMRectList
  }
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(onResize: () => void) {
        resized = onResize
      }
      observe() {}
      disconnect() {}
    },
  )
})

const arrivals = textAt(10, 20, 30, 40).map((arrival) => ({ ...arrival, length: 4 }))

function Reply({ isOn, text }: { readonly isOn: boolean; readonly text: string }) {
  useChunkHairlines({ findText: () => document.querySelector('p'), isOn, text: 'one two six ten', arrivals })
  return <p>{text}</p>
}

const lines = () => document.querySelector('[data-chunk-lines] path')?.getAttribute('d')

it('draws a hairline where chunks meet, follows the text and its wrapping, and leaves none behind', async () => {
  const { rerender, unmount } = render(<Reply isOn text="one two " />)
  expect(lines()).toBe('M40.5 20v16')
  rerender(<Reply isOn text="one two six ten" />)
  await waitFor(() => expect(lines()).toBe('M40.5 20v16M80.5 20v16M120.5 20v16'))
  width = 5
  resized()
  await waitFor(() => expect(lines()).toBe('M20.5 20v16M40.5 20v16M60.5 20v16'))
  width = 10
  document.dispatchEvent(new Event('scroll'))
  await waitFor(() => expect(lines()).toContain('M120.5'))
  rerender(<Reply isOn={false} text="one two six ten" />)
  expect(lines()).toBeUndefined()
  rerender(<Reply isOn text="one two six ten" />)
  expect(lines()).toBeDefined()
  unmount()
  expect(lines()).toBeUndefined()
})

it('has nothing to say, and takes no press', () => {
  render(<Reply isOn text="one two six ten" />)
  expect(document.querySelector('p')?.textContent).toBe('one two six ten')
  expect(document.querySelector('[data-chunk-lines]')?.getAttribute('aria-hidden')).toBe('true')
})
