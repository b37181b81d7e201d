import { allMessages, distance, findMessage, topAt } from './message-element'

/**
 * Where the reader is: this part of this message, so many pixels below the upper edge of the view (above it if
 * negative). The part, unlike a distance within the message, is the same when what stands above it changes its height.
 */
export interface ReadingPlace {
  readonly messageId: string
  /** The number of the part at each of the levels; empty for the message itself. */
  readonly path: readonly number[]
  readonly offset: number
}

/** The groups of blocks in an answer, the blocks of a group, and the lines of a block that can be very long. */
const LEVELS = [
  '[data-reply-text] > * > *',
  ':scope > *',
  ':scope > li, :scope:not(ul, ol) :is(tr, [data-line])',
] as const

/** What is read now: the part at the upper edge of the view. */
export function currentPlace(scroller: Element): ReadingPlace | undefined {
  const message = allMessages(scroller).find((element) => reachesIntoView(scroller, element))
  const messageId = message?.dataset['message']
  if (message === undefined || messageId === undefined) return undefined
  let part: Element = message
  const path: number[] = []
  for (const level of LEVELS) {
    const parts = part.querySelectorAll(level)
    const index = firstInView(scroller, parts)
    const next = parts[index]
    // Above it is something else, such as an opened thought, that fills the view.
    if (next === undefined || distance(scroller, next) > scroller.clientHeight) break
    part = next
    path.push(index)
  }
  return { messageId, path, offset: Math.round(distance(scroller, part)) }
}

/** The scroll position at which the reader is there; undefined when the message is not in the page. */
export function topOfPlace(scroller: Element, place: ReadingPlace): number | undefined {
  let part: Element | null = findMessage(scroller, place.messageId)
  if (part === null) return undefined
  let { offset } = place
  for (const [level, index] of place.path.entries()) {
    const next: Element | undefined = part.querySelectorAll(LEVELS[level] ?? ':scope > *')[index]
    // The distance was that of a part which is gone.
    if (next === undefined) offset = 0
    part = next ?? part
  }
  return topAt(scroller, part, offset)
}

/** Whether the view is there, or as near as the ends of the conversation let it. */
export function isAtPlace(scroller: Element, place: ReadingPlace): boolean {
  const top = topOfPlace(scroller, place)
  if (top === undefined) return false
  const end = scroller.scrollHeight - scroller.clientHeight
  return Math.abs(Math.min(Math.max(top, 0), end) - scroller.scrollTop) <= 1
}

function reachesIntoView(scroller: Element, part: Element): boolean {
  return distance(scroller, part) + part.getBoundingClientRect().height > 0
}

/** Of parts that follow one another; the last one when all of them are above. Few are looked at: each look is a layout. */
function firstInView(scroller: Element, parts: ArrayLike<Element>): number {
  let [low, high] = [0, parts.length - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const part = parts[middle]
    if (part !== undefined && reachesIntoView(scroller, part)) high = middle
    else low = middle + 1
  }
  return low
}
