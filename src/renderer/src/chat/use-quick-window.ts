import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'

import { toKeys } from '../ui/command-key'
import { liveReply } from './chat-state'
import type { QuickAsker } from './quick-asker'
import { useChat, useChatSession } from './use-chat'

/** With an answer, in CSS pixels. */
const TALL = 560
/** The line around the window. */
const EDGES = 2

interface QuickWindowOptions {
  readonly asker: QuickAsker
  readonly backToField: () => void
  readonly onNew: () => void
}

/** The window of a quick question: gone with Esc, anew at each show, as tall as what is in it. The ref is for what is always in it. */
export function useQuickWindow(options: QuickWindowOptions): RefObject<HTMLDivElement | null> {
  const { asker, backToField, onNew } = options
  const session = useChatSession()
  const isEmpty = useChat((state) => state.messages.length === 0)
  const top = useRef<HTMLDivElement>(null)

  /** An answer that is still coming is what one comes back for; one that has ended stands in the list of conversations. */
  const comeBack = useEffectEvent(() => {
    const state = session.store.getState()
    if (state.messages.length > 0 && liveReply(state) === undefined) onNew()
    backToField()
  })
  useEffect(() => asker.onShown(() => comeBack()), [asker])

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || toKeys(event) !== 'Escape') return
    event.preventDefault()
    asker.hide()
  })
  useLayoutEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  useLayoutEffect(() => {
    const element = top.current
    if (element === null) return
    const fit = (): void => asker.fit(isEmpty ? element.offsetHeight + EDGES : TALL)
    const sizes = new ResizeObserver(fit)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [asker, isEmpty])

  return top
}
