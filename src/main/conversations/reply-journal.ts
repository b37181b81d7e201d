import type { Arrival } from '#shared/arrival'
import { isCut } from '#shared/is-cut'
import { isLive, type Message, type Reply } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import { createAlarm, type Timer } from './alarm'
import { encodeArrivals } from './arrivals'
import type { ReplyStore } from './reply-store'
import {
  afterEvent,
  hasUnwritten,
  resumeRunning,
  type RunningReply,
  startRunning,
  toSegment,
} from './running-reply'
import { createWriteAttempts, type WriteAttemptsOptions, type WriteState } from './write-attempts'

/** A disk that refuses is asked again after `everyMs`, then twice as late each time, up to this. */
const LONGEST_WAIT_MS = 5_000

export interface ReplyJournalOptions extends WriteAttemptsOptions {
  readonly store: ReplyStore
  /** A crash loses at most what came in so many milliseconds, as long as the disk takes it. */
  readonly everyMs: number
  readonly timer: Timer
  /** Milliseconds on a clock that never jumps. */
  readonly now: () => number
}

/**
 * Keeps running replies: whole in memory, and on disk at most `everyMs` late. What the disk refuses stays in memory and
 * is written when it can be. A bug in writing one reply is thrown once; that reply is not tried again before its end.
 */
export interface ReplyJournal {
  /** Starts to keep a reply that the store holds as waiting. Arrivals are counted from here. */
  begin(reply: Reply): void
  /**
   * Keeps a reply that was cut from its last word on. Throws when it was not cut, thus also when it is running.
   * Its arrivals still count from where it was first asked for: the time in which nobody asked lies between them.
   */
  resume(replyId: string): Reply
  /** Takes what a running reply says. An ending is on the disk itself when this returns, if the disk took it. */
  take(event: ReplyEvent): void
  /** The same messages, a running reply with every word that came, written or not. */
  upToDate(messages: readonly Message[]): readonly Message[]
  /** Chunks of a running reply so far, without the first `from`; undefined when it is not running. */
  arrivals(replyId: string, from: number): readonly Arrival[] | undefined
  /**
   * Writes what is not written yet, and says how many replies could not be: their newest words are lost when the app
   * ends. A reply still running is left without an end, for `recover`. Never throws.
   */
  close(): { readonly unwritten: number }
}

export function createReplyJournal(options: ReplyJournalOptions): ReplyJournal {
  const { store, everyMs, timer, now } = options
  const running = new Map<string, RunningReply>()
  const attempts = createWriteAttempts(options)
  let waitMs = everyMs
  const soon = createAlarm(timer, () => write(unwritten('ready')))
  const later = createAlarm(timer, () => {
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    write(unwritten('refused'))
  })

  function begin(reply: Reply): void {
    running.set(reply.id, startRunning(reply, now()))
  }

  function resume(replyId: string): Reply {
    const known = running.get(replyId)
    const resumed = known === undefined ? resumeRunning(store.resume(replyId), now()) : revive(known)
    running.set(replyId, resumed)
    return resumed.reply
  }

  /** For a reply whose ending was not written: on disk it never ended. */
  function revive(known: RunningReply): RunningReply {
    const replyId = known.reply.id
    if (!isCut(known.reply)) throw new Error(`reply ${replyId} was not cut`)
    return afterEvent(known, { type: 'reply-resume', replyId }, now())
  }

  function take(event: ReplyEvent): void {
    const before = running.get(event.replyId)
    if (before === undefined) throw new Error(`no running reply ${event.replyId}`)
    const after = afterEvent(before, event, now())
    running.set(event.replyId, after)
    if (after === before) return
    if (isLive(after.reply)) return schedule()
    // Whatever became of the last try: an ending is written whole, and what broke on the way need not break it.
    write([after])
  }

  function unwritten(state?: WriteState): readonly RunningReply[] {
    return [...running.values()].filter(
      (one) =>
        (!isLive(one.reply) || hasUnwritten(one)) &&
        (state === undefined || attempts.stateOf(one.reply.id) === state),
    )
  }

  function write(replies: readonly RunningReply[]): void {
    const bugs = attemptAll(replies)
    schedule()
    if (bugs.length > 0) throw bugs[0]
  }

  /** One try each, so that no reply stands in the way of another. Returns what was thrown that is no refusal. */
  function attemptAll(replies: readonly RunningReply[]): readonly unknown[] {
    const bugs: unknown[] = []
    for (const one of replies) {
      try {
        attempts.attempt(one.reply.id, () => writeOne(one))
      } catch (bug) {
        bugs.push(bug)
      }
    }
    return bugs
  }

  function writeOne(one: RunningReply): void {
    const { id } = one.reply
    if (isLive(one.reply)) {
      const { segment, after } = toSegment(one)
      store.keep(segment)
      running.set(id, after)
    } else {
      store.finish(one.reply, encodeArrivals(one.arrivals))
      running.delete(id)
    }
  }

  function schedule(): void {
    if (unwritten('ready').length > 0) soon.set(everyMs)
    else soon.cancel()
    if (unwritten('refused').length > 0) return later.set(waitMs)
    later.cancel()
    waitMs = everyMs
  }

  function upToDate(messages: readonly Message[]): readonly Message[] {
    return messages.map((message) => running.get(message.id)?.reply ?? message)
  }

  function arrivals(replyId: string, from: number): readonly Arrival[] | undefined {
    return running.get(replyId)?.arrivals.slice(from)
  }

  function close(): { readonly unwritten: number } {
    soon.cancel()
    later.cancel()
    // There is nobody left to throw at; the number says it.
    attemptAll(unwritten())
    return { unwritten: unwritten().length }
  }

  return { begin, resume, take, upToDate, arrivals, close }
}
