import { applyReplyEvent } from '#shared/apply-reply-event'
import type { Arrival } from '#shared/arrival'
import type { Reply, ReplyDetails, Usage } from '#shared/message'
import type { ReplyDelta, ReplyEvent } from '#shared/reply-event'

import { decodeArrivals, encodeArrivals } from './arrivals'
import type { ReplySegment, ResumedReply } from './reply-store'

/** A reply that streams in: all of it, and apart from that what is not on disk yet. */
export interface RunningReply {
  readonly reply: Reply
  /** On the clock that its events are timed with; in the far past when it was asked for before the app started. */
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
  readonly usage: Usage | undefined
  readonly details: ReplyDetails | undefined
}

export function startRunning(reply: Reply, startedAtMs: number): RunningReply {
  return { reply, startedAtMs, unwritten: nothing(), writtenArrivals: [], writtenUntilMs: 0 }
}

/** Its arrivals never go back in time, though the clock on the wall may have. */
export function resumeRunning({ reply, arrivals, ageMs }: ResumedReply, nowMs: number): RunningReply {
  const writtenUntilMs = decodeArrivals(arrivals).at(-1)?.atMs ?? 0
  const startedAtMs = nowMs - Math.max(ageMs, writtenUntilMs)
  return { ...startRunning(reply, startedAtMs), writtenArrivals: [arrivals], writtenUntilMs }
}

/** Throws when the event would leave a gap. */
export function afterEvent(running: RunningReply, event: ReplyEvent, nowMs: number): RunningReply {
  const reply = applyReplyEvent(running.reply, event)
  if (reply === undefined) throw new Error(`a gap in reply ${event.replyId}`)
  if (reply === running.reply) return running
  const { unwritten } = running
  if (event.type === 'reply-delta') {
    return { ...running, reply, unwritten: withDelta(running, event, nowMs - running.startedAtMs) }
  }
  if (event.type === 'reply-usage')
    return { ...running, reply, unwritten: { ...unwritten, usage: reply.usage } }
  if (event.type === 'reply-details') {
    return { ...running, reply, unwritten: { ...unwritten, details: reply.details } }
  }
  return { ...running, reply }
}

function withDelta({ reply, unwritten }: RunningReply, delta: ReplyDelta, atMs: number): Unwritten {
  const { kind, at, text } = delta
  const fresh = text.slice(reply[kind].length - at)
  unwritten.arrivals.push({ atMs, kind, length: fresh.length })
  return { ...unwritten, [kind]: unwritten[kind] + fresh }
}

function nothing(): Unwritten {
  return { text: '', thought: '', arrivals: [], usage: undefined, details: undefined }
}

export function hasUnwritten({ unwritten: { arrivals, usage, details } }: RunningReply): boolean {
  return arrivals.length > 0 || usage !== undefined || details !== undefined
}

/** What to write, and the reply after it is written. Half a surrogate pair waits for its other half. */
export function toSegment(running: RunningReply): { segment: ReplySegment; after: RunningReply } {
  const { reply, unwritten, writtenUntilMs } = running
  const text = unwritten.text.slice(0, wholeLength(unwritten.text))
  const thought = unwritten.thought.slice(0, wholeLength(unwritten.thought))
  const arrivals = encodeArrivals(unwritten.arrivals, writtenUntilMs)
  const left = { text: unwritten.text.slice(text.length), thought: unwritten.thought.slice(thought.length) }
  return {
    segment: { ...unwritten, replyId: reply.id, text, thought, arrivals },
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
