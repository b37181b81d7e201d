import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'

import { wholeLength } from './graphemes'
import { createReveal } from './reveal'
import { windowScreen, type RevealScreen } from './screen-frames'
import type { ReadingManner } from './waiting-text'

export interface Revealed {
  /** The part of the text that the reader should see by now. */
  readonly shown: string
  /** Whether more has arrived than is shown. */
  readonly isBehind: boolean
  /** Shows everything now, and what follows as it arrives, until the reply ends. */
  finish(): void
}

export interface RevealOptions extends ReadingManner {
  readonly screen?: RevealScreen
}

/** Reveals the text of a live reply as it grows. What was there when it was mounted is simply there. */
export function useReveal(text: string, isLive: boolean, options: RevealOptions = {}): Revealed {
  const { screen = windowScreen, ...manner } = options
  const isStill = useSyncExternalStore(screen.subscribe, screen.isStill)
  const [reveal] = useState(() => createReveal(screen.frames, { text, isLive }, manner))

  useLayoutEffect(() => {
    if (isStill) reveal.skipTo({ text, isLive })
    else reveal.follow({ text, isLive })
  }, [reveal, text, isLive, isStill])
  useEffect(() => reveal.pause, [reveal])

  const getAll = () => (isLive ? text.slice(0, wholeLength(text)) : text)
  const shown = useSyncExternalStore(reveal.subscribe, isStill ? getAll : reveal.getShown)
  return { shown, isBehind: shown.length < text.length, finish: reveal.finish }
}
