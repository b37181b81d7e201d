import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useState } from 'react'

import type { Message } from '#shared/message'

import { drawnMessages, estimateHeight } from './drawn-messages'
import { allMessages } from './message-element'

export interface VirtualMessages {
  readonly drawn: readonly DrawnMessage[]
  /** The height of what is not drawn after the last of them. */
  readonly heightAfter: number
  /** For the element of each message, which carries its number as `data-index`. */
  readonly measure: (element: HTMLElement | null) => void
}

export interface DrawnMessage {
  readonly index: number
  /** The height of what is not drawn between this message and the one before. */
  readonly heightBefore: number
}

export interface VirtualMessagesOptions {
  readonly messages: readonly Message[]
  readonly scroller: HTMLElement | null
  /** These are drawn wherever the view is. */
  readonly keptIds: ReadonlySet<string>
  /** The message that the view begins at; the last one if absent. */
  readonly firstId: string | undefined
}

/**
 * Decides which messages of a long conversation are in the page, from the view and the heights that were measured.
 * They stand in the page's own flow, and the browser's scroll anchoring keeps what is read in its place while the
 * heights above it become known; so nothing here ever moves the view.
 */
export function useVirtualMessages(options: VirtualMessagesOptions): VirtualMessages {
  const { messages, scroller, keptIds, firstId } = options
  const ids = useSameIds(messages, scroller)
  const estimateSize = (index: number) => estimateHeight(messages[index]?.text.length ?? 0)
  // eslint-disable-next-line react-hooks/incompatible-library -- a warning for the React Compiler, which is not used
  const virtualizer = useVirtualizer({
    count: ids.items.length,
    getItemKey: ids.keyOf,
    getScrollElement: () => scroller,
    estimateSize,
    initialOffset: () => {
      const first = ids.items.indexOf(firstId ?? '')
      return sum(messages.slice(0, first < 0 ? undefined : first).map((_, index) => estimateSize(index)))
    },
  })
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false

  const total = virtualizer.getTotalSize()
  const count = ids.items.length
  const kept = [...keptIds, ...ids.stayingIds].map((id) => ids.items.indexOf(id))
  const range = virtualizer.calculateRange()
  const inView = range === null ? undefined : ([range.startIndex, range.endIndex] as const)
  const indexes = drawnMessages({ count, inView, kept: [count - 1, ...kept] })

  let end = 0
  const drawn = indexes.map((index) => {
    const item = virtualizer.measurementsCache[index]
    const heightBefore = (item?.start ?? end) - end
    end = item?.end ?? end
    return { index, heightBefore }
  })
  return { drawn, heightAfter: total - end, measure: virtualizer.measureElement }
}

/**
 * The same object for as long as the messages are the same, whatever is said in them: a chunk measures nothing anew.
 * When earlier ones come in before them, what is in the page stays there for a frame: the browser anchors to it, and
 * only then is it known again where the view is.
 */
function useSameIds(messages: readonly Message[], scroller: HTMLElement | null) {
  const [ids, setIds] = useState(() => toIds(messages))
  const isSame =
    ids.items.length === messages.length && messages.every(({ id }, index) => id === ids.items[index])
  const next = isSame ? ids : toIds(messages, stayingIds(ids.items, messages, scroller))
  if (!isSame) setIds(next)

  const isWaiting = ids.stayingIds.length > 0
  useEffect(() => {
    if (!isWaiting) return
    const release = () => setIds((before) => ({ ...before, stayingIds: [] }))
    // The layout of the first frame anchors; in the second it is known where that brought the view.
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(release)))
    return () => cancelAnimationFrame(frame)
  }, [isWaiting])
  return next
}

function toIds(messages: readonly Message[], stayingIds: readonly string[] = []) {
  const items = messages.map(({ id }) => id)
  return { items, keyOf: (index: number) => items[index] ?? index, stayingIds }
}

function stayingIds(
  before: readonly string[],
  messages: readonly Message[],
  scroller: HTMLElement | null,
): readonly string[] {
  const hasEarlier = messages.findIndex(({ id }) => id === before[0]) > 0
  if (!hasEarlier || scroller === null) return []
  return allMessages(scroller).map(({ dataset }) => dataset['message'] ?? '')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}
