import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { Reply } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import { recover } from './recover'
import { createJournalBench, delta, diskFull, replyId } from './testing/journal-bench'
import { temporaryFile } from './testing/temporary-database'

describe('the reply journal', () => {
  it('writes what came in one go when the time is up, and then nothing until something comes', () => {
    const { journal, calls, ring, isWaiting } = createJournalBench()
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

  it('writes an ending at once, whole, with usage, details and arrivals, and clears the segments away', () => {
    const { journal, database, replies, wait, ring, isWaiting, reply } = createJournalBench()
    wait(412.5)
    journal.take(delta(0, 'Hm', 'thought'))
    wait(10)
    journal.take(delta(0, '流'))
    journal.take({ type: 'reply-details', replyId, details: { modelVersion: 'm-1' } })
    ring()
    wait(30.25)
    journal.take({
      ...{ type: 'reply-details', replyId },
      details: { finishReason: 'STOP', thoughtSignatures: ['c2ln'] },
    })
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
      details: { modelVersion: 'm-1', finishReason: 'STOP', thoughtSignatures: ['c2ln'] },
    })
    expect(replies.arrivals(replyId)).toEqual([
      { atMs: 412.5, kind: 'thought', length: 2 },
      { atMs: 422.5, kind: 'text', length: 1 },
      { atMs: 452.75, kind: 'text', length: 1 },
    ])
    expect([live, replies.unfinished().length, isWaiting()]).toEqual([1, 0, false])
    expect(database.all('SELECT * FROM reply_segments')).toEqual([])
  })

  it.each<[string, ReplyEvent, Partial<Reply>]>([
    [
      'details',
      { type: 'reply-details', replyId, details: { modelVersion: 'm' } },
      { details: { modelVersion: 'm' } },
    ],
    [
      'usage',
      { type: 'reply-usage', replyId, usage: { input: 1, output: 0 } },
      { usage: { input: 1, output: 0 } },
    ],
  ])('keeps %s through a crash though no word came with them', (_, event, kept) => {
    const bench = createJournalBench()
    bench.journal.take(event)
    bench.ring()
    expect(bench.crash().reply()).toMatchObject(kept)
  })

  it('writes nothing for a try that is repeated, but shows it', () => {
    const { journal, conversations, calls, isWaiting } = createJournalBench()
    const error = { code: 'rate-limited', detail: '429' } as const
    const retry = { attempt: 1, mostAttempts: 2, startsAt: 9, error }
    journal.take({ type: 'reply-retry', replyId, retry })
    const shown = journal.upToDate(conversations.open('c').messages)[1]
    expect(isWaiting()).toBe(false)
    journal.close()
    expect(calls).toEqual([])
    expect(shown).toMatchObject({ progress: { status: 'waiting', retry } })
  })

  it('keeps the words of a reply that failed', () => {
    const { journal, reply } = createJournalBench()
    const error = { code: 'connection-reset', detail: 'nul \0' } as const
    journal.take(delta(0, 'Half a '))
    journal.take({ type: 'reply-error', replyId, error })
    expect(reply()).toMatchObject({ text: 'Half a ', progress: { status: 'failed', error } })
  })

  it('loses nothing when it is closed before the time is up', () => {
    const { journal, replies, isWaiting, reply } = createJournalBench()
    journal.take(delta(0, 'Hel'))
    journal.take(delta(3, 'lo'))
    journal.take({ type: 'reply-usage', replyId, usage: { input: 1, output: 2 } })
    journal.close()
    expect(isWaiting()).toBe(false)
    recover(replies)
    expect(reply()).toMatchObject({
      ...{ text: 'Hello', usage: { input: 1, output: 2 } },
      progress: { status: 'failed', error: { code: 'interrupted' } },
    })
    expect(replies.arrivals(replyId).map(({ length }) => length)).toEqual([3, 2])
  })

  it('does not write the same words twice when a delta is repeated or overlaps', () => {
    const { journal, ring, kept, replies } = createJournalBench()
    journal.take(delta(0, 'Hello'))
    journal.take(delta(0, 'Hello'))
    journal.take(delta(3, 'lo!'))
    ring()
    expect(kept()).toBe('Hello!')
    recover(replies)
    expect(replies.arrivals(replyId).map(({ length }) => length)).toEqual([5, 1])
  })

  it('refuses a delta that would leave a gap, and one for a reply that it does not know', () => {
    const { journal } = createJournalBench()
    expect(() => journal.take(delta(3, 'lo'))).toThrow('gap')
    expect(() => journal.take({ ...delta(0, 'x'), replyId: 'other' })).toThrow('other')
  })

  it('never writes half an emoji, wherever a delta is cut', () => {
    const { journal, ring, calls, kept } = createJournalBench()
    journal.take(delta(0, 'a\ud83d'))
    ring()
    expect(calls).toEqual(['keep a|'])
    journal.take(delta(2, '\ude42b'))
    ring()
    expect(kept()).toBe('a🙂b')
  })

  it('shows a window the words that are not written yet', () => {
    const { journal, conversations } = createJournalBench()
    journal.take(delta(0, 'Hello'))
    const { messages } = conversations.open('c')
    expect(messages.map(({ text }) => text)).toEqual(['Hello', ''])
    expect(journal.upToDate(messages)).toEqual([
      messages[0],
      { ...messages[1], text: 'Hello', progress: { status: 'streaming' } },
    ])
    expect(journal.arrivals(replyId, 0)).toEqual([{ atMs: 0, kind: 'text', length: 5 }])
    expect(journal.arrivals('other', 0)).toBeUndefined()
  })

  it('tries again with every word when the disk refused', () => {
    const { journal, ring, told, isWaiting, reply } = createJournalBench({ refusals: 2 })
    journal.take(delta(0, 'Hel'))
    ring()
    journal.take(delta(3, 'lo'))
    journal.take({ type: 'reply-end', replyId, reason: 'complete' })
    expect([told, isWaiting()]).toEqual([['Error: disk full'], true])
    ring()
    expect(told).toEqual(['Error: disk full', 'accepted'])
    expect(reply()).toMatchObject({ text: 'Hello', progress: { status: 'ended' } })
    expect(isWaiting()).toBe(false)
  })

  it('asks a disk that refuses less and less often, tells it once, and starts anew when it has written', () => {
    const { journal, ring, waits, told, kept, refuse } = createJournalBench({ refusals: 8 })
    const asked: (readonly number[])[] = []
    journal.take(delta(0, 'a'))
    for (let at = 1; waits().length > 0; at += 1) {
      asked.push(waits())
      ring()
      if (at < 9) journal.take(delta(at, 'b'))
    }
    expect(asked).toEqual([250, 250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000].map((wait) => [wait]))
    expect([kept(), told]).toEqual([`a${'b'.repeat(8)}`, ['Error: disk full', 'accepted']])
    journal.take(delta(9, 'c'))
    refuse(1)
    ring()
    expect(waits()).toEqual([250])
  })

  it('writes the other replies, as soon as ever, while the disk refuses one', () => {
    const { journal, beginOther, poison, ring, waits, conversations, told } = createJournalBench()
    beginOther('other')
    poison(replyId, diskFull())
    journal.take(delta(0, 'stuck'))
    journal.take({ type: 'reply-end', replyId, reason: 'complete' })
    ring()
    ring()
    journal.take({ ...delta(0, 'Hi'), replyId: 'other' })
    expect(waits()).toEqual([1_000, 250])
    journal.take({ type: 'reply-end', replyId: 'other', reason: 'complete' })
    expect(conversations.path('other')[1]).toMatchObject({ text: 'Hi', progress: { status: 'ended' } })
    expect([waits(), told]).toEqual([[1_000], ['Error: disk full']])
  })

  it('throws a bug in writing a reply once, tries that reply only at its end, and writes the others', () => {
    const { journal, beginOther, poison, ring, tries, told, isWaiting, replies } = createJournalBench()
    const other = { replyId: 'other' }
    const end = { type: 'reply-end', reason: 'complete' } as const
    beginOther('other')
    poison(replyId, new TypeError('a bug'))
    journal.take(delta(0, 'a'))
    journal.take({ ...delta(0, 'b'), ...other })
    expect(ring).toThrow('a bug')
    journal.take(delta(1, 'a'))
    expect([tries, isWaiting()]).toEqual([[replyId, 'other'], false])
    expect(() => journal.take({ ...end, replyId })).toThrow('a bug')
    journal.take({ ...end, ...other })
    expect([tries, isWaiting()]).toEqual([[replyId, 'other', replyId, 'other'], false])
    expect([told, replies.unfinished().map(({ reply }) => reply.id)]).toEqual([[], [replyId]])
  })

  it('waits for the disk that refuses the ending of a reply that a bug had broken before', () => {
    const { journal, poison, ring, waits, reply } = createJournalBench()
    poison(replyId, new TypeError('a bug'))
    journal.take(delta(0, 'Hello'))
    expect(ring).toThrow('a bug')
    poison(replyId, diskFull())
    journal.take({ type: 'reply-end', replyId, reason: 'complete' })
    expect(waits()).toEqual([250])
    poison(replyId, undefined)
    ring()
    expect(reply()).toMatchObject({ text: 'Hello', progress: { status: 'ended' } })
  })

  it.each([
    ['a full disk', diskFull()],
    ['a bug', new TypeError('a bug')],
  ])('says when it is closed how many replies %s kept from being written', (_, cause) => {
    const { journal, beginOther, poison, isWaiting, conversations } = createJournalBench()
    beginOther('other')
    poison(replyId, cause)
    journal.take(delta(0, 'lost'))
    journal.take({ ...delta(0, 'Hi'), replyId: 'other' })
    expect([journal.close(), isWaiting()]).toEqual([{ unwritten: 1 }, false])
    expect(journal.upToDate(conversations.path('other'))[1]?.text).toBe('Hi')
    poison('other', cause)
    expect(journal.close()).toEqual({ unwritten: 1 })
  })

  it('gives the arrivals of a running reply on from where they are known, without making them again', () => {
    const { journal, ring, wait } = createJournalBench()
    journal.take(delta(0, 'a'))
    ring()
    wait(1 / 3)
    journal.take(delta(1, 'bc'))
    expect(journal.arrivals(replyId, 1)).toEqual([{ atMs: 0.333, kind: 'text', length: 2 }])
    expect(journal.arrivals(replyId, 0)?.[0]).toBe(journal.arrivals(replyId, 0)?.[0])
  })

  it('writes a number of bytes that is linear in the length of the reply', () => {
    const bytesFor = (writes: number): number => {
      const file = temporaryFile()
      const { journal, database, ring } = createJournalBench({ file })
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
