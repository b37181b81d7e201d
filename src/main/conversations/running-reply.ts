import { applyReplyEvent } from '#shared/apply-reply-event'
import type { Arrival } from '#shared/arrival'
import type { Reply, ReplyDetails, Usage } from '#shared/message'
import type { ReplyDelta, ReplyEvent } from '#shared/reply-event'

import { decodeArrivals, encodeArrivals, toStorableMs } from './arrivals'
import type { ReplySegment, ResumedReply } from './reply-store'

/** A reply that streams in: all of it, and apart from that what is not on disk yet. */
export interface RunningReply {
  readonly reply: Reply
  /** On the clock that its events are timed with; in the far past when it was asked for before the app started. */
  readonly startedAtMs: number
  /** Pushed to, never copied: a fast model sends thousands of chunks between two writes. */
  readonly arrivals: Arrival[]
  readonly writtenArrivals: number
  readonly unwritten: Unwritten
}

interface Unwritten {
  readonly text: string
  readonly thought: string
  readonly usage: Usage | undefined
  readonly details: ReplyDetails | undefined
}

const NOTHING: Unwritten = { text: '', thought: '', usage: undefined, details: undefined }

export function startRunning(reply: Reply, startedAtMs: number): RunningReply {
  return { reply, startedAtMs, arrivals: [], writtenArrivals: 0, unwritten: NOTHING }
}

/** Its arrivals never go back in time, though the clock on the wall may have. */
export function resumeRunning(
  { reply, arrivals: encoded, ageMs }: ResumedReply,
  nowMs: number,
): RunningReply {
  const arrivals = [...decodeArrivals(encoded)]
  const startedAtMs = nowMs - Math.max(ageMs, arrivals.at(-1)?.atMs ?? 0)
  return { ...startRunning(reply, startedAtMs), arrivals, writtenArrivals: arrivals.length }
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

function withDelta({ reply, arrivals, unwritten }: RunningReply, delta: ReplyDelta, atMs: number): Unwritten {
  const { kind, at, text } = delta
  const fresh = text.slice(reply[kind].length - at)
  arrivals.push({ atMs: toStorableMs(atMs), kind, length: fresh.length })
  return { ...unwritten, [kind]: unwritten[kind] + fresh }
}

export function hasUnwritten({ arrivals, writtenArrivals, unwritten }: RunningReply): boolean {
  const { usage, details } = unwritten
  return arrivals.length > writtenArrivals || usage !== undefined || details !== undefined
}

/** What to write, and the reply after it is written. Half a surrogate pair waits for its other half. */
export function toSegment(running: RunningReply): { segment: ReplySegment; after: RunningReply } {
  const { reply, unwritten, arrivals, writtenArrivals } = running
  const text = unwritten.text.slice(0, wholeLength(unwritten.text))
  const thought = unwritten.thought.slice(0, wholeLength(unwritten.thought))
  const encoded = encodeArrivals(arrivals.slice(writtenArrivals), arrivals[writtenArrivals - 1]?.atMs)
  const left = { text: unwritten.text.slice(text.length), thought: unwritten.thought.slice(thought.length) }
  return {
    segment: { ...unwritten, replyId: reply.id, text, thought, arrivals: encoded },
    after: { ...running, unwritten: { ...NOTHING, ...left }, writtenArrivals: arrivals.length },
  }
}

function wholeLength(text: string): number {
  return /[\ud800-\udbff]$/.test(text.slice(-1)) ? text.length - 1 : text.length
}
