import { assertNever } from '#shared/assert-never'
import type { Reply, ReplyProgress } from '#shared/message'
import type { ReplyEvent, ReplyPart } from '#shared/reply-event'

/** So many UTF-16 units may be on their way to a window that has not said it read them. */
export const MOST_UNREAD = 256 * 1024

export interface ReplyFeedOptions {
  readonly tell: (event: ReplyEvent) => void
  /** The reply with every word that has come so far. */
  readonly read: () => Reply
  /** How much of it the window had when it began to follow. */
  readonly known: ReadLengths
  /** Whether the window can be seen at first; it can, unless it is said. */
  readonly isSeen?: boolean
}

export type ReadLengths = Readonly<Record<ReplyPart, number>>

export interface ReplyFeed {
  /** Something was said. */
  hear(event: ReplyEvent): void
  /** The window has applied so much. */
  acknowledge(read: ReadLengths): void
  /** Whether anybody can see the window. A hidden one is told nothing at all, and everything when it is seen again. */
  watch(isSeen: boolean): void
  /** Whether something is left to tell once the window reads again. */
  isBehind(): boolean
  /** How much it was told of. */
  getTold(): ReadLengths
}

const PARTS: readonly ReplyPart[] = ['thought', 'text']

/**
 * One window's way of following one reply. A window that reads is told everything as it comes. One that does not (it
 * is hidden, suspended, or slower than the provider) is told nothing more, costs nothing, and catches up from what is
 * kept when it reads again: neither the provider nor another window waits for it.
 */
export function createReplyFeed({ tell, read, known, isSeen = true }: ReplyFeedOptions): ReplyFeed {
  let told = known
  let acknowledged = known
  let isTelling = isSeen
  let isBehind = false
  /** The event that made the reply live, when the window has not heard it: no word may come before it. */
  let beginning: ReplyEvent | undefined

  function unread(): number {
    return sum(told) - sum(acknowledged)
  }

  function hear(event: ReplyEvent): void {
    if (isBehind || !isTelling) return miss(event)
    if (event.type !== 'reply-delta') return tell(event)
    if (unread() + event.text.length > MOST_UNREAD) return catchUp()
    tell(event)
    told = { ...told, [event.kind]: Math.max(told[event.kind], event.at + event.text.length) }
  }

  function miss(event: ReplyEvent): void {
    isBehind = true
    if (event.type === 'reply-start' || event.type === 'reply-resume') beginning = event
  }

  function acknowledge(lengths: ReadLengths): void {
    acknowledged = {
      text: Math.max(acknowledged.text, lengths.text),
      thought: Math.max(acknowledged.thought, lengths.thought),
    }
    if (isBehind) catchUp()
  }

  function watch(isSeenNow: boolean): void {
    isTelling = isSeenNow
    if (isBehind) catchUp()
  }

  /** Tells as much of what is kept as there is room for, and, when no word is left, how the reply stands. */
  function catchUp(): void {
    if (!isTelling) return
    const reply = read()
    if (beginning !== undefined) tell(beginning)
    beginning = undefined
    for (const kind of PARTS) {
      const text = reply[kind].slice(told[kind], told[kind] + MOST_UNREAD - unread())
      if (text === '') continue
      tell({ type: 'reply-delta', replyId: reply.id, kind, at: told[kind], text })
      told = { ...told, [kind]: told[kind] + text.length }
    }
    isBehind = PARTS.some((kind) => told[kind] < reply[kind].length)
    if (!isBehind) toStanding(reply).forEach(tell)
  }

  return { hear, acknowledge, watch, isBehind: () => isBehind, getTold: () => told }
}

/** What beside its words is to be told of a reply as it stands. */
function toStanding({ id: replyId, usage, details, progress }: Reply): readonly ReplyEvent[] {
  return [
    ...(usage === undefined ? [] : [{ type: 'reply-usage', replyId, usage } as const]),
    ...(details === undefined ? [] : [{ type: 'reply-details', replyId, details } as const]),
    ...toLast(replyId, progress),
  ]
}

function toLast(replyId: string, progress: ReplyProgress): readonly ReplyEvent[] {
  switch (progress.status) {
    case 'waiting':
      return progress.retry === undefined ? [] : [{ type: 'reply-retry', replyId, retry: progress.retry }]
    case 'streaming':
      return []
    case 'ended':
      return [{ type: 'reply-end', replyId, reason: progress.reason }]
    case 'failed':
      return [{ type: 'reply-error', replyId, error: progress.error }]
    default:
      return assertNever(progress)
  }
}

function sum({ text, thought }: ReadLengths): number {
  return text + thought
}
