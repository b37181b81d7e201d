import { createContext, use, useEffect, useReducer, useState } from 'react'

import type { Grouped } from '../grouped'
import type { Language } from './languages'
import {
  type Canvas,
  continuePainting,
  type MayGoOn,
  paintMore,
  UNPAINTED,
  type PaintedLine,
} from './painting'
import { useParser } from './use-parser'
import { whenIdle } from './when-idle'

/**
 * So much is painted before it is shown, about half a millisecond of work: what arrives in a frame, or the head of a
 * block. The rest waits for idle time, for many blocks may come into sight at once.
 */
const AT_ONCE_CHARACTERS = 400

/** How many characters are painted before they are shown: a document that nobody scrolls has all of them painted. */
export const PaintingContext = createContext(AT_ONCE_CHARACTERS)

/**
 * The tokens of the lines, as far as there was time for them.
 * Idle slices instead of a worker: the page's Trusted Types policy `'none'` refuses the address of every worker.
 */
export function usePainting(language: Language | undefined, source: Grouped<string>): Grouped<PaintedLine> {
  const parser = useParser(language)
  const atOnce = use(PaintingContext)
  const [painter] = useState(createPainter)
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  const painting = painter.paint({ parser, source }, (characters) => characters < atOnce)

  useEffect(() => {
    if (!painting.isBehind) return
    return whenIdle((mayGoOn) => {
      painter.paintMore(mayGoOn)
      drawAgain()
    })
  }, [painter, painting])

  return painting.lines
}

/** Remembers what is painted: no state, which would draw every chunk twice. */
function createPainter() {
  let painting = UNPAINTED
  return {
    paint: (canvas: Canvas, mayGoOn: MayGoOn) => (painting = continuePainting(painting, canvas, mayGoOn)),
    paintMore: (mayGoOn: MayGoOn) => {
      painting = paintMore(painting, mayGoOn)
    },
  }
}
