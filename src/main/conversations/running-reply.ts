import { applyReplyEvent } from '#shared/apply-reply-event'
import type { Reply } from '#shared/message'
import type { ReplyDelta, ReplyEvent } from '#shared/reply-event'

import { type Arrival, encodeArrivals } from './arrivals'
import type { ReplySegment } from './reply-store'

/** A reply that streams in: all of it, and apart from that what is not on disk yet. */
export interface RunningReply {
  readonly reply: Reply
  readonly startedAtMs: number
  readonly unwritten: Unwritten
  readonly writtenArrivals: readonly Uint8Array[]
  readonly writtenUntilMs: number
}

interface Unwritten {
  readonly text: string
  readonly thought: string
  /** Pushed to, never copied: a fast model sends thousands of chunks between two writes. */
  readonly arrivals: Arrival[]
  readonly hasUsage: boolean
}

export function startRunning(reply: Reply, startedAtMs: number): RunningReply {
  return { reply, startedAtMs, unwritten: nothing(), writtenArrivals: [], writtenUntilMs: 0 }
}

/** Throws when the event would leave a gap. */
export function afterEvent(running: RunningReply, event: ReplyEvent, nowMs: number): RunningReply {
  const reply = applyReplyEvent(running.reply, event)
  if (reply === undefined) throw new Error(`a gap in reply ${event.replyId}`)
  if (reply === running.reply) return running
  if (event.type === 'reply-delta') {
    return { ...running, reply, unwritten: withDelta(running, event, nowMs - running.startedAtMs) }
  }
  const hasUsage = running.unwritten.hasUsage || event.type === 'reply-usage'
  return { ...running, reply, unwritten: { ...running.unwritten, hasUsage } }
}

function withDelta({ reply, unwritten }: RunningReply, delta: ReplyDelta, atMs: number): Unwritten {
  const { kind, at, text } = delta
  const fresh = text.slice(reply[kind].length - at)
  unwritten.arrivals.push({ atMs, kind, length: fresh.length })
  return { ...unwritten, [kind]: unwritten[kind] + fresh }
}

function nothing(): Unwritten {
  return { text: '', thought: '', arrivals: [], hasUsage: false }
}

/** What to write, and the reply after it is written. Half a surrogate pair waits for its other half. */
export function toSegment(running: RunningReply): { segment: ReplySegment; after: RunningReply } | undefined {
  const { reply, unwritten, writtenUntilMs } = running
  if (unwritten.arrivals.length === 0 && !unwritten.hasUsage) return undefined
  const text = unwritten.text.slice(0, wholeLength(unwritten.text))
  const thought = unwritten.thought.slice(0, wholeLength(unwritten.thought))
  const arrivals = encodeArrivals(unwritten.arrivals, writtenUntilMs)
  const left = { text: unwritten.text.slice(text.length), thought: unwritten.thought.slice(thought.length) }
  return {
    segment: {
      replyId: reply.id,
      text,
      thought,
      usage: unwritten.hasUsage ? reply.usage : undefined,
      arrivals,
    },
    after: {
      ...running,
      unwritten: { ...nothing(), ...left },
      writtenArrivals: [...running.writtenArrivals, arrivals],
      writtenUntilMs: unwritten.arrivals.at(-1)?.atMs ?? writtenUntilMs,
    },
  }
}

function wholeLength(text: string): number {
  return /[\ud800-\udbff]$/.test(text.slice(-1)) ? text.length - 1 : text.length
}

/** When every chunk came, encoded. */
export function allArrivals({ writtenArrivals, unwritten, writtenUntilMs }: RunningReply): Uint8Array {
  return Buffer.concat([...writtenArrivals, encodeArrivals(unwritten.arrivals, writtenUntilMs)])
}
