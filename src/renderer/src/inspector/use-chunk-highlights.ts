import './chunk-highlights.css'

import { useEffect, useEffectEvent } from 'react'

import type { Arrival } from '#shared/arrival'

import { boundaries } from './boundaries'
import { toChunkRanges } from './chunk-ranges'

const NAME = 'chunk-odd'

/** Drawing again this late after a change is soon enough for the eye, and leaves the frames to the reveal. */
const SETTLE_MS = 100

interface ChunkHighlightsOptions {
  /** Finds the element that the text is drawn in; it may not be there, or not yet. */
  readonly findText: () => Element | null
  readonly isOn: boolean
  /** The Markdown of the answer, as far as it has arrived. */
  readonly text: string
  readonly arrivals: readonly Arrival[]
}

/** Tints every second chunk of a text where it stands, by the Custom Highlight API: the DOM is not touched. */
export function useChunkHighlights({ findText, isOn, text, arrivals }: ChunkHighlightsOptions): void {
  const paint = useEffectEvent((element: Element) => {
    const starts = boundaries(arrivals, 'text')
    const highlight = new Highlight()
    for (const range of toChunkRanges(element, { source: text, starts })) highlight.add(range)
    CSS.highlights.set(NAME, highlight)
  })
  const find = useEffectEvent(findText)

  useEffect(() => {
    const element = isOn ? find() : null
    if (element === null) return
    const stop = onceSettled(element, () => paint(element))
    return () => {
      stop()
      CSS.highlights.delete(NAME)
    }
  }, [isOn, arrivals])
}

/** Calls back at once, and again a moment after the element has begun to change. */
function onceSettled(element: Element, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      run()
    }, SETTLE_MS)
  })
  observer.observe(element, { childList: true, characterData: true, subtree: true })
  run()
  return () => {
    observer.disconnect()
    clearTimeout(timer)
  }
}
