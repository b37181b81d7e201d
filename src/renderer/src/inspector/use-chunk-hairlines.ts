import { useEffect, useEffectEvent } from 'react'

import type { Arrival } from '#shared/arrival'

import { boundaries } from './boundaries'
import styles from './chunk-hairlines.module.css'
import { findChunkSeams, type Seam } from './chunk-seams'
import { toHairlines } from './to-hairlines'

/** Finding the seams again this late after a change is soon enough for the eye, and leaves the frames to the reveal. */
const SETTLE_MS = 100

interface ChunkHairlinesOptions {
  /** Finds the element that the text is drawn in; it may not be there, or not yet. */
  readonly findText: () => Element | null
  readonly isOn: boolean
  /** The Markdown of the answer, as far as it has arrived. */
  readonly text: string
  readonly arrivals: readonly Arrival[]
}

/** Draws a hairline where two chunks meet, over the text where it stands. Costs nothing while it is off. */
export function useChunkHairlines({ findText, isOn, text, arrivals }: ChunkHairlinesOptions): void {
  const find = useEffectEvent(findText)
  const findSeams = useEffectEvent((element: Element) =>
    findChunkSeams(element, { source: text, starts: boundaries(arrivals, 'text') }),
  )

  useEffect(() => {
    const element = isOn ? find() : null
    return element === null ? undefined : drawOver(element, () => findSeams(element))
  }, [isOn, arrivals])
}

/** Keeps one path of lines over an element, at its places, until the returned function is called. */
function drawOver(element: Element, findSeams: () => readonly Seam[]): () => void {
  const { path, layer } = createLayer(element.ownerDocument)
  let seams: readonly Seam[] = []
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function draw(): void {
    frame = undefined
    path.setAttribute('d', toHairlines(seams, layer))
  }
  const drawSoon = (): void => {
    frame ??= requestAnimationFrame(draw)
  }
  function look(): void {
    timer = undefined
    if (!layer.isConnected) element.append(layer)
    seams = findSeams()
    draw()
  }

  // The text grows, is wrapped anew, or scrolls: alone or with the page, whose far parts are not laid out.
  const changes = new MutationObserver((records) => {
    if (records.every(({ target }) => layer.contains(target))) return
    timer ??= setTimeout(look, SETTLE_MS)
  })
  const sizes = new ResizeObserver(drawSoon)
  changes.observe(element, { childList: true, characterData: true, subtree: true })
  sizes.observe(element)
  document.addEventListener('scroll', drawSoon, { capture: true, passive: true })
  look()
  return () => {
    changes.disconnect()
    sizes.disconnect()
    document.removeEventListener('scroll', drawSoon, { capture: true })
    clearTimeout(timer)
    if (frame !== undefined) cancelAnimationFrame(frame)
    layer.remove()
  }
}

const SVG = 'http://www.w3.org/2000/svg'

function createLayer(page: Document) {
  const layer = page.createElementNS(SVG, 'svg')
  layer.setAttribute('class', styles.lines ?? '')
  layer.setAttribute('width', '1')
  layer.setAttribute('height', '1')
  layer.setAttribute('aria-hidden', 'true')
  layer.dataset['chunkLines'] = ''
  const path = page.createElementNS(SVG, 'path')
  layer.append(path)
  return { layer, path }
}
