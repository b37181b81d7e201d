import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { ReplyEvent, ReplyPart } from '#shared/reply-event'

import { createConversationStore } from './conversation-store'
import { recover } from './recover'
import { createReplyJournal, type Timer } from './reply-journal'
import { createReplyStore, type ReplyStore } from './reply-store'
import { openTemporary, temporaryFile } from './testing/temporary-database'

const replyId = 'r'

function delta(at: number, text: string, kind: ReplyPart = 'text'): ReplyEvent {
  return { type: 'reply-delta', replyId, kind, at, text }
}

/** A journal over a real file, with a timer that rings when it is told to. */
function createBench({ file = temporaryFile(), refusals = 0 } = {}) {
  const database = openTemporary(file)
  let refusalsLeft = refusals
  const conversations = createConversationStore(database, () => 1)
  const replies = createReplyStore(database, () => 2)
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
  let time = 1_000
  const onRefused = (cause: unknown) => void refused.push(String(cause))
  const journal = createReplyJournal({ store, everyMs: 250, timer, now: () => time, onRefused })
  conversations.addPrompt({ conversationId: 'c', id: 'p', parentId: null, text: 'Hello' })
  journal.begin(conversations.addReply({ id: replyId, promptId: 'p', modelId: 'm' }))
  return {
    ...{ database, conversations, replies, journal, calls, refused },
    wait: (milliseconds: number) => (time += milliseconds),
    ring: () => ring?.(),
    isWaiting: () => ring !== undefined,
    kept: () => replies.unfinished()[0]?.reply.text,
    reply: () => conversations.open('c').messages[1],
  }
}

describe('the reply journal', () => {
  it('writes what came in one go when the time is up, and then nothing until something comes', () => {
    const { journal, calls, ring, isWaiting } = createBench()
    journal.take({ type: 'reply-start', replyId })
    expect(isWaiting()).toBe(false)
    journal.take(delta(0, 'Hm', 'thought'))
    journal.take(delta(0, 'He'))
    journal.take(delta(2, 'llo'))
    expect(calls).toEqual([])
    ring()
    expect([calls, isWaiting()]).toEqual([['keep Hello|Hm'], false])
    journal.take(delta(5, '!'))
    ring()
    expect(calls).toEqual(['keep Hello|Hm', 'keep !|'])
  })

  it('writes an ending at once, whole, with usage and arrivals, and clears the segments away', () => {
    const { journal, database, replies, wait, ring, isWaiting, reply } = createBench()
    wait(412.5)
    journal.take(delta(0, 'Hm', 'thought'))
    wait(10)
    journal.take(delta(0, '流'))
    ring()
    wait(30.25)
    journal.take(delta(1, 'れ'))
    journal.take({ type: 'reply-usage', replyId, usage: { input: 3, output: 5 } })
    const live = replies.unfinished().length
    journal.take({ type: 'reply-end', replyId, reason: 'complete' })
    expect(reply()).toEqual({
      ...{
        id: 'r',
        parentId: 'p',
        role: 'assistant',
        text: '流れ',
        thought: 'Hm',
        modelId: 'm',
        createdAt: 1,
      },
      ...{ progress: { status: 'ended', reason: 'complete' }, usage: { input: 3, output: 5 } },
    })
    expect(replies.arrivals(replyId)).toEqual([
      { atMs: 412.5, kind: 'thought', length: 2 },
      { atMs: 422.5, kind: 'text', length: 1 },
      { atMs: 452.75, kind: 'text', length: 1 },
    ])
    expect([live, replies.unfinished().length, isWaiting()]).toEqual([1, 0, false])
    expect(database.all('SELECT * FROM reply_segments')).toEqual([])
  })

  it('keeps the words of a reply that failed', () => {
    const { journal, reply } = createBench()
    const error = { code: 'connection-reset', detail: 'nul \0' } as const
    journal.take(delta(0, 'Half a '))
    journal.take({ type: 'reply-error', replyId, error })
    expect(reply()).toMatchObject({ text: 'Half a ', progress: { status: 'failed', error } })
  })

  it('loses nothing when it is closed before the time is up', () => {
    const { journal, replies, isWaiting, reply } = createBench()
    journal.take(delta(0, 'Hel'))
    journal.take(delta(3, 'lo'))
    journal.take({ type: 'reply-usage', replyId, usage: { input: 1, output: 2 } })
    journal.close()
    expect(isWaiting()).toBe(false)
    expect(recover(replies)).toEqual([replyId])
    expect(reply()).toMatchObject({
      ...{ text: 'Hello', usage: { input: 1, output: 2 } },
      progress: { status: 'failed', error: { code: 'interrupted' } },
    })
    expect(replies.arrivals(replyId).map(({ length }) => length)).toEqual([3, 2])
  })

  it('does not write the same words twice when a delta is repeated or overlaps', () => {
    const { journal, ring, kept, replies } = createBench()
    journal.take(delta(0, 'Hello'))
    journal.take(delta(0, 'Hello'))
    journal.take(delta(3, 'lo!'))
    ring()
    expect(kept()).toBe('Hello!')
    recover(replies)
    expect(replies.arrivals(replyId).map(({ length }) => length)).toEqual([5, 1])
  })

  it('refuses a delta that would leave a gap, and one for a reply that it does not know', () => {
    const { journal } = createBench()
    expect(() => journal.take(delta(3, 'lo'))).toThrow('gap')
    expect(() => journal.take({ ...delta(0, 'x'), replyId: 'other' })).toThrow('other')
  })

  it('never writes half an emoji, wherever a delta is cut', () => {
    const { journal, ring, calls, kept } = createBench()
    journal.take(delta(0, 'a\ud83d'))
    ring()
    expect(calls).toEqual(['keep a|'])
    journal.take(delta(2, '\ude42b'))
    ring()
    expect(kept()).toBe('a🙂b')
  })

  it('shows a window the words that are not written yet', () => {
    const { journal, conversations } = createBench()
    journal.take(delta(0, 'Hello'))
    const { messages } = conversations.open('c')
    expect(messages.map(({ text }) => text)).toEqual(['Hello', ''])
    expect(journal.upToDate(messages)).toEqual([
      messages[0],
      { ...messages[1], text: 'Hello', progress: { status: 'streaming' } },
    ])
    expect(journal.arrivals(replyId)).toEqual([{ atMs: 0, kind: 'text', length: 5 }])
    expect(journal.arrivals('other')).toBeUndefined()
  })

  it('tries again with every word when the disk refused', () => {
    const { journal, ring, refused, isWaiting, reply } = createBench({ refusals: 2 })
    journal.take(delta(0, 'Hel'))
    ring()
    journal.take(delta(3, 'lo'))
    journal.take({ type: 'reply-end', replyId, reason: 'complete' })
    expect([refused, isWaiting()]).toEqual([['Error: disk full', 'Error: disk full'], true])
    ring()
    expect(reply()).toMatchObject({ text: 'Hello', progress: { status: 'ended' } })
    expect(isWaiting()).toBe(false)
  })

  it('writes a number of bytes that is linear in the length of the reply', () => {
    const bytesFor = (writes: number): number => {
      const file = temporaryFile()
      const { journal, database, ring } = createBench({ file })
      database.exec('PRAGMA wal_autocheckpoint = 0')
      const before = statSync(`${file}-wal`).size
      for (let index = 0; index < writes; index += 1) {
        journal.take(delta(index * 2_000, 'x'.repeat(2_000)))
        ring()
      }
      journal.take({ type: 'reply-end', replyId, reason: 'complete' })
      return statSync(`${file}-wal`).size - before
    }
    expect(bytesFor(800) / bytesFor(100)).toBeLessThan(10)
  })
})
