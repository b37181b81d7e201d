import { expect } from 'vitest'

import type { ReplyEvent, ReplyPart } from '#shared/reply-event'

import { createConversationStore } from '../conversation-store'
import { recover } from '../recover'
import { createReplyJournal, type Timer } from '../reply-journal'
import { createReplyStore, type ReplyStore } from '../reply-store'
import { openTemporary, temporaryFile } from './temporary-database'
import { turn } from './turn'

export const replyId = 'r'

export function delta(at: number, text: string, kind: ReplyPart = 'text'): ReplyEvent {
  return { type: 'reply-delta', replyId, kind, at, text }
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
  const refuse = () => {
    refusalsLeft -= 1
    if (refusalsLeft >= 0) throw new Error('disk full')
  }
  const calls: string[] = []
  const store: ReplyStore = {
    ...replies,
    keep: (segments) => {
      refuse()
      calls.push(`keep ${segments.map(({ text, thought }) => `${text}|${thought}`).join()}`)
      replies.keep(segments)
    },
    finish: (reply, arrivals) => {
      refuse()
      calls.push('finish')
      replies.finish(reply, arrivals)
    },
  }
  let ring: (() => void) | undefined
  const timer: Timer = (_, run) => {
    expect(ring).toBeUndefined()
    ring = run
    return () => (ring = undefined)
  }
  const refused: unknown[] = []
  const onRefused = (cause: unknown) => void refused.push(String(cause))
  const now = () => 1_000 + waitedMs
  const journal = createReplyJournal({ store, everyMs: 250, timer, now, onRefused })
  recover(replies)
  if (conversations.latest() === undefined) journal.begin(conversations.addTurn(turn({ replyId })))
  return {
    ...{ file, database, conversations, replies, journal, calls, refused },
    wait: (milliseconds: number) => (waitedMs += milliseconds),
    ring: () => ring?.(),
    isWaiting: () => ring !== undefined,
    refuse: (times: number) => (refusalsLeft = times),
    kept: () => replies.unfinished()[0]?.reply.text,
    reply: () => conversations.open('c').messages[1],
    /** The app goes away without a word to the journal, and comes back. */
    crash: (epochAtReturnMs = clock()) => {
      database.close()
      return createJournalBench({ file, epochMs: epochAtReturnMs })
    },
  }
}
