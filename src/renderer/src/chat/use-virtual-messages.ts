import { useVirtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'

import type { Message } from '#shared/message'

import { drawnMessages, estimateHeight } from './drawn-messages'

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
  const ids = useSameIds(messages)
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
  const kept = [...keptIds].map((id) => ids.items.indexOf(id))
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

/** The same object for as long as the messages are the same, whatever is said in them: a chunk measures nothing anew. */
function useSameIds(messages: readonly Message[]) {
  const [ids, setIds] = useState(() => toIds(messages))
  const isSame =
    ids.items.length === messages.length && messages.every(({ id }, index) => id === ids.items[index])
  const next = isSame ? ids : toIds(messages)
  if (!isSame) setIds(next)
  return next
}

function toIds(messages: readonly Message[]) {
  const items = messages.map(({ id }) => id)
  return { items, keyOf: (index: number) => items[index] ?? index }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}
