import type { Reply } from '#shared/message'
import type { ReplyEvent, ReplyPart } from '#shared/reply-event'

/** So many UTF-16 units may be on their way to a window that has not said it read them. */
export const MOST_UNREAD = 256 * 1024

export interface ReplyFeedOptions {
  readonly tell: (event: ReplyEvent) => void
  /** The reply with every word that has come so far. */
  readonly read: () => Reply
  /** How much of it the window had when it began to follow. */
  readonly known: ReadLengths
}

export type ReadLengths = Readonly<Record<ReplyPart, number>>

export interface ReplyFeed {
  /** Something was said. */
  hear(event: ReplyEvent): void
  /** The window has applied so much. */
  acknowledge(read: ReadLengths): void
  /** Whether something is left to tell once the window reads again. */
  isBehind(): boolean
}

const PARTS: readonly ReplyPart[] = ['thought', 'text']

/**
 * One window's way of following one reply. A window that reads is told everything as it comes. One that does not (it
 * is suspended, or slower than the provider) is told nothing more, costs nothing, and catches up from the kept words
 * when it reads again: neither the provider nor another window waits for it.
 */
export function createReplyFeed({ tell, read, known }: ReplyFeedOptions): ReplyFeed {
  let told = known
  let acknowledged = known
  let isBehind = false
  /** Events without words that came while the window was behind; they follow the words they came after. */
  let later: readonly ReplyEvent[] = []

  function unread(): number {
    return sum(told) - sum(acknowledged)
  }

  function hear(event: ReplyEvent): void {
    if (event.type !== 'reply-delta') {
      if (isBehind) later = [...later, event]
      else tell(event)
      return
    }
    if (isBehind) return
    if (unread() + event.text.length > MOST_UNREAD) return catchUp()
    tell(event)
    told = { ...told, [event.kind]: Math.max(told[event.kind], event.at + event.text.length) }
  }

  function acknowledge(lengths: ReadLengths): void {
    acknowledged = {
      text: Math.max(acknowledged.text, lengths.text),
      thought: Math.max(acknowledged.thought, lengths.thought),
    }
    if (isBehind) catchUp()
  }

  /** Tells as much of what is kept as there is room for. */
  function catchUp(): void {
    const reply = read()
    for (const kind of PARTS) {
      const room = MOST_UNREAD - unread()
      const text = reply[kind].slice(told[kind], told[kind] + Math.max(0, room))
      if (text === '') continue
      tell({ type: 'reply-delta', replyId: reply.id, kind, at: told[kind], text })
      told = { ...told, [kind]: told[kind] + text.length }
    }
    isBehind = PARTS.some((kind) => told[kind] < reply[kind].length)
    if (isBehind) return
    later.forEach(tell)
    later = []
  }

  return { hear, acknowledge, isBehind: () => isBehind }
}

function sum({ text, thought }: ReadLengths): number {
  return text + thought
}
