import type { ReplyEvent, ReplyPart } from '#shared/reply-event'

import type { Timer } from '../alarm'
import { createConversationStore } from '../conversation-store'
import { recover } from '../recover'
import { createReplyJournal } from '../reply-journal'
import { createReplyStore, type ReplyStore } from '../reply-store'
import { openTemporary, temporaryFile } from './temporary-database'
import { turn } from './turn'

export const replyId = 'r'

export function delta(at: number, text: string, kind: ReplyPart = 'text'): ReplyEvent {
  return { type: 'reply-delta', replyId, kind, at, text }
}

export function diskFull(): Error {
  return Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })
}

export type JournalBench = ReturnType<typeof createJournalBench>

/** A journal over a real file, with a timer that rings when it is told to. Its reply runs, or is recovered. */
export function createJournalBench({ file = temporaryFile(), refusals = 0, epochMs = 1 } = {}) {
  const database = openTemporary(file)
  let refusalsLeft = refusals
  let waitedMs = 0
  const clock = () => epochMs + Math.floor(waitedMs)
  const conversations = createConversationStore(database, clock)
  const replies = createReplyStore(database, clock)
  const poisoned = new Map<string, Error | undefined>()
  const refuse = (id: string) => {
    tries.push(id)
    const poison = poisoned.get(id)
    if (poison !== undefined) throw poison
    refusalsLeft -= 1
    if (refusalsLeft >= 0) throw diskFull()
  }
  const tries: string[] = []
  const calls: string[] = []
  const store: ReplyStore = {
    ...replies,
    keep: (segment) => {
      refuse(segment.replyId)
      calls.push(`keep ${segment.text}|${segment.thought}`)
      replies.keep(segment)
    },
    finish: (reply, arrivals) => {
      refuse(reply.id)
      calls.push('finish')
      replies.finish(reply, arrivals)
    },
  }
  const waiting = new Map<() => void, number>()
  const timer: Timer = (milliseconds, run) => {
    waiting.set(run, milliseconds)
    return () => void waiting.delete(run)
  }
  const ring = () => {
    for (const run of [...waiting.keys()]) if (waiting.delete(run)) run()
  }
  const told: string[] = []
  const onRefused = (cause: unknown) => void told.push(String(cause))
  const onAccepted = () => void told.push('accepted')
  const now = () => 1_000 + waitedMs
  const journal = createReplyJournal({ store, everyMs: 250, timer, now, onRefused, onAccepted })
  recover(replies)
  if (conversations.latest() === undefined) journal.begin(conversations.addTurn(turn({ replyId })))
  return {
    ...{ file, database, conversations, replies, journal, calls, tries, told },
    wait: (milliseconds: number) => (waitedMs += milliseconds),
    /** Everything that waits is done, and what it leads to waits in turn. */
    ring,
    isWaiting: () => waiting.size > 0,
    waits: () => [...waiting.values()],
    refuse: (times: number) => (refusalsLeft = times),
    /** Every write of this reply fails, until it is told otherwise. */
    poison: (id: string, cause: Error | undefined) => poisoned.set(id, cause),
    /** Starts another reply, a second try at the same prompt. */
    beginOther: (id: string) => journal.begin(conversations.addTurn(turn({ replyId: id }))),
    kept: () => replies.unfinished()[0]?.reply.text,
    reply: () => conversations.open('c').messages[1],
    /** The app goes away without a word to the journal, and comes back. */
    crash: (epochAtReturnMs = clock()) => {
      database.close()
      return createJournalBench({ file, epochMs: epochAtReturnMs })
    },
  }
}
