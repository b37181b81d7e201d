import type { Arrival } from '#shared/arrival'
import { isLive, type Message, type Reply } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import { decodeArrivals } from './arrivals'
import { isCut } from './is-cut'
import type { ReplyStore } from './reply-store'
import {
  afterEvent,
  allArrivals,
  hasUnwritten,
  resumeRunning,
  type RunningReply,
  startRunning,
  toSegment,
} from './running-reply'

/** Calls `run` once after so many milliseconds, unless the returned function is called before. */
export type Timer = (milliseconds: number, run: () => void) => () => void

export interface ReplyJournalOptions {
  readonly store: ReplyStore
  /** A crash loses at most what came in so many milliseconds. */
  readonly everyMs: number
  readonly timer: Timer
  /** Milliseconds on a clock that never jumps. */
  readonly now: () => number
  /** The disk refused. Nothing is lost yet: the words stay in memory, and are written with the next ones. */
  readonly onRefused: (cause: unknown) => void
}

/** Keeps running replies: whole in memory, and on disk at most `everyMs` late. */
export interface ReplyJournal {
  /** Starts to keep a reply that the store holds as waiting. Arrivals are counted from here. */
  begin(reply: Reply): void
  /**
   * Keeps a reply that was cut from its last word on. Throws when it was not cut, thus also when it is running.
   * Its arrivals still count from where it was first asked for: the time in which nobody asked lies between them.
   */
  resume(replyId: string): Reply
  /** Takes what a running reply says. An ending is on the disk itself when this returns. */
  take(event: ReplyEvent): void
  /** The same messages, a running reply with every word that came, written or not. */
  upToDate(messages: readonly Message[]): readonly Message[]
  /** Chunks of a running reply so far; undefined when it is not running. */
  arrivals(replyId: string): readonly Arrival[] | undefined
  /** Writes what is not written yet. A reply still running is left without an end, for `recover`. */
  close(): void
}

export function createReplyJournal(options: ReplyJournalOptions): ReplyJournal {
  const { store, everyMs, timer, now, onRefused } = options
  const running = new Map<string, RunningReply>()
  let cancel: (() => void) | undefined

  function begin(reply: Reply): void {
    running.set(reply.id, startRunning(reply, now()))
  }

  function resume(replyId: string): Reply {
    const known = running.get(replyId)
    const resumed = known === undefined ? resumeRunning(store.resume(replyId), now()) : revive(known)
    running.set(replyId, resumed)
    return resumed.reply
  }

  /** For a reply whose ending the disk refused: on disk it never ended. */
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
    if (!isLive(after.reply)) write()
    else if (hasUnwritten(after)) cancel ??= timer(everyMs, write)
  }

  function write(): void {
    cancel?.()
    cancel = undefined
    try {
      keepLive()
      finishEnded()
    } catch (cause) {
      cancel = timer(everyMs, write)
      onRefused(cause)
    }
  }

  function keepLive(): void {
    const written = [...running.values()]
      .filter((one) => isLive(one.reply) && hasUnwritten(one))
      .map(toSegment)
    if (written.length === 0) return
    store.keep(written.map(({ segment }) => segment))
    for (const { after } of written) running.set(after.reply.id, after)
  }

  function finishEnded(): void {
    for (const ended of [...running.values()].filter(({ reply }) => !isLive(reply))) {
      store.finish(ended.reply, allArrivals(ended))
      running.delete(ended.reply.id)
    }
  }

  function upToDate(messages: readonly Message[]): readonly Message[] {
    return messages.map((message) => running.get(message.id)?.reply ?? message)
  }

  function arrivals(replyId: string): readonly Arrival[] | undefined {
    const found = running.get(replyId)
    return found === undefined ? undefined : decodeArrivals(allArrivals(found))
  }

  function close(): void {
    write()
    cancel?.()
    cancel = undefined
  }

  return { begin, resume, take, upToDate, arrivals, close }
}
