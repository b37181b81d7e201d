import './find-highlights.css'

import { useEffect, useEffectEvent } from 'react'

import { findRanges } from '#shared/find-ranges'
import { foldText } from '#shared/fold-text'

import { toRenderedRanges } from '../ui/rendered-ranges'
import type { FindHit, SoughtMessage } from './find-hits'

/** Soon enough for the eye, and out of the way of the frames that a streaming reply needs. */
const SETTLE_MS = 80

interface FindHighlightsOptions {
  readonly messages: readonly SoughtMessage[]
  readonly text: string
  /** The one that the reader is at. */
  readonly hit: FindHit | undefined
}

/** Marks what was found in the messages that are drawn, by the Custom Highlight API: the page is not touched. */
export function useFindHighlights({ messages, text, hit }: FindHighlightsOptions): void {
  const paint = useEffectEvent(() => {
    const [all, current] = [new Highlight(), new Highlight()]
    const byId = new Map(messages.map((message) => [message.id, message]))
    for (const element of document.querySelectorAll<HTMLElement>('[data-message]')) {
      const message = byId.get(element.dataset['message'] ?? '')
      if (message === undefined) continue
      for (const [nth, range] of drawnRanges(message, text).entries()) {
        if (range === undefined) continue
        const isCurrent = hit?.messageId === message.id && hit.nth === nth
        ;(isCurrent ? current : all).add(range)
      }
    }
    CSS.highlights.set('find-hit', all)
    CSS.highlights.set('find-current', current)
  })

  useEffect(() => {
    if (text === '') return
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        paint()
      }, SETTLE_MS)
    })
    observer.observe(document.body, { childList: true, characterData: true, subtree: true })
    paint()
    return () => {
      observer.disconnect()
      clearTimeout(timer)
      CSS.highlights.delete('find-hit')
      CSS.highlights.delete('find-current')
    }
  }, [text, hit?.messageId, hit?.nth])
}

/** Where a hit is on the screen; undefined while its message, or this part of it, is not drawn. */
export function hitRect(message: SoughtMessage, text: string, nth: number): DOMRect | undefined {
  const found = drawnRanges(message, text)[nth]
  if (found === undefined) return undefined
  const range = document.createRange()
  range.setStart(found.startContainer, found.startOffset)
  range.setEnd(found.endContainer, found.endOffset)
  return range.getBoundingClientRect()
}

/** Each hit as a range of the page; undefined where the page leaves this part of the source out. */
function drawnRanges(message: SoughtMessage, text: string): readonly (StaticRange | undefined)[] {
  const word = foldText(text)
  if (!foldText(message.text).includes(word)) return []
  const drawn = document.querySelector(
    `[data-message="${CSS.escape(message.id)}"] :is([data-prompt-text], [data-reply-text])`,
  )
  return drawn === null ? [] : toRenderedRanges(drawn, message.text, findRanges(message.text, [word]))
}
