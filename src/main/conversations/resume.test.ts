import { statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Reply } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import { toStorable } from './message-row'
import { createJournalBench, delta, replyId } from './testing/journal-bench'
import { turn } from './testing/turn'

const end = (reason: 'stopped' | 'length' | 'complete' | 'blocked'): ReplyEvent => {
  return { type: 'reply-end', replyId, reason }
}
const reset: ReplyEvent = { type: 'reply-error', replyId, error: { code: 'connection-reset', detail: '' } }

describe('a reply that was cut', () => {
  it.each([
    ['stopped', end('stopped')],
    ['cut by the output limit', end('length')],
    ['reset', reset],
  ])('goes on from its last word when it was %s', (_, ending) => {
    const { journal, reply, kept, ring } = createJournalBench()
    journal.take({ type: 'reply-details', replyId, details: { modelVersion: 'm-1' } })
    journal.take({ type: 'reply-usage', replyId, usage: { input: 1, output: 1 } })
    journal.take(delta(0, 'Half'))
    journal.take(ending)
    const before = { ...reply(), progress: { status: 'waiting' } }
    expect(journal.resume(replyId)).toEqual(before)
    expect(reply()).toEqual(before)
    journal.take({ type: 'reply-resume', replyId })
    journal.take(delta(4, ' a'))
    ring()
    expect(kept()).toBe('Half a')
    journal.take({ type: 'reply-usage', replyId, usage: { input: 2, output: 3 } })
    journal.take(delta(6, ' word'))
    journal.take(end('complete'))
    expect(reply()).toEqual({
      ...before,
      ...{ text: 'Half a word', usage: { input: 2, output: 3 }, details: { modelVersion: 'm-1' } },
      progress: { status: 'ended', reason: 'complete' },
    })
  })

  it('is interrupted with all its words when the app goes away before the first new one', () => {
    const bench = createJournalBench()
    bench.journal.take(delta(0, 'Hm', 'thought'))
    bench.journal.take(delta(0, 'Half'))
    bench.journal.take(end('stopped'))
    bench.journal.resume(replyId)
    const { reply, replies } = bench.crash()
    expect(reply()).toMatchObject({
      ...{ text: 'Half', thought: 'Hm' },
      progress: { status: 'failed', error: { code: 'interrupted' } },
    })
    expect(replies.arrivals(replyId).map(({ length }) => length)).toEqual([2, 4])
  })

  it('counts its arrivals from the first request on, the days between included', () => {
    const bench = createJournalBench({ epochMs: 5_000 })
    bench.wait(40)
    bench.journal.take(delta(0, 'a'))
    bench.ring()
    const { journal, wait, replies } = bench.crash(5_000 + 86_400_000)
    journal.resume(replyId)
    wait(0.25)
    journal.take(delta(1, 'b'))
    const arrivals = [
      { atMs: 40, kind: 'text', length: 1 },
      { atMs: 86_400_000.25, kind: 'text', length: 1 },
    ]
    expect(journal.arrivals(replyId, 0)).toEqual(arrivals)
    journal.take(end('complete'))
    expect(replies.arrivals(replyId)).toEqual(arrivals)
  })

  it('never lets an arrival come before an earlier one, though the clock was set back', () => {
    const bench = createJournalBench({ epochMs: 5_000 })
    bench.wait(40)
    bench.journal.take(delta(0, 'a'))
    bench.ring()
    const { journal, wait } = bench.crash(1)
    journal.resume(replyId)
    wait(2)
    journal.take(delta(1, 'b'))
    expect(journal.arrivals(replyId, 0)?.map(({ atMs }) => atMs)).toEqual([40, 42])
  })

  it.each([
    ['is running', []],
    ['is being continued', [delta(0, 'Hi'), end('stopped'), 'resume' as const]],
    ['said all it had to say', [delta(0, 'Hi'), end('complete')]],
    ['was blocked', [end('blocked')]],
  ])('is not one that %s: that is left as it is', (_, steps) => {
    const { journal, conversations } = createJournalBench()
    for (const one of steps) {
      if (one === 'resume') journal.resume(replyId)
      else journal.take(one)
    }
    const before = conversations.open('c')
    expect(() => journal.resume(replyId)).toThrow('was not cut')
    expect(conversations.open('c')).toEqual(before)
  })

  it('stays where it is in its conversation, which was then written in last', () => {
    const { journal, conversations, wait } = createJournalBench()
    journal.take(end('stopped'))
    conversations.addTurn(turn({ replyId: 'second' }))
    wait(1)
    conversations.addTurn(turn({ conversationId: 'd', promptId: 'q', replyId: 's' }))
    wait(1)
    journal.resume(replyId)
    expect(conversations.latest()).toBe('c')
    expect(conversations.open('c').messages.map(({ id }) => id)).toEqual(['p', 'second'])
  })

  it('can go on though the disk refused its ending', () => {
    const { journal, reply, ring, refuse } = createJournalBench()
    journal.take(delta(0, 'Half'))
    refuse(1)
    journal.take(end('stopped'))
    expect(journal.resume(replyId)).toMatchObject({ text: 'Half', progress: { status: 'waiting' } })
    journal.take(delta(4, ' more'))
    ring()
    journal.take(end('complete'))
    expect(reply()).toMatchObject({ text: 'Half more', progress: { status: 'ended', reason: 'complete' } })
  })

  it('is not written again with every few words that are added', () => {
    const length = 2_000_000
    const { file, database, journal, ring } = createJournalBench()
    database.exec('PRAGMA wal_autocheckpoint = 0')
    journal.take(delta(0, 'x'.repeat(length)))
    journal.take(end('length'))
    const before = statSync(`${file}-wal`).size
    journal.resume(replyId)
    for (let index = 0; index < 40; index += 1) {
      journal.take(delta(length + index, 'y'))
      ring()
    }
    journal.take(end('complete'))
    expect(statSync(`${file}-wal`).size - before).toBeLessThan(3 * length)
  })
})

type Facts = Pick<Reply, 'text' | 'thought' | 'usage' | 'details'> & { readonly chunks: readonly number[] }

const PIECES = ['a', '流れ', '🙂', '\ud83d', '\ude42', '\0', ' word'.repeat(30)]
const kind = fc.constantFrom('text' as const, 'thought' as const)
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('say' as const), kind, text: fc.constantFrom(...PIECES) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('count' as const, 'detail' as const), number: fc.nat(99) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ring' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), isRefused: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('resume' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('crash' as const, 'close' as const) }) },
)

const withoutHalf = (text: string) => text.replace(/[\ud800-\udbff]$/, '')
const afterWrite = (facts: Facts): Facts => {
  return { ...facts, text: withoutHalf(facts.text), thought: withoutHalf(facts.thought) }
}
const afterEnd = (facts: Facts): Facts => {
  return { ...facts, text: toStorable(facts.text), thought: toStorable(facts.thought) }
}

describe('a reply through any stops, continuations, refusals of the disk, quits and crashes', () => {
  it('has all that was said when the app quits, and all that was written when it crashes', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
        let bench = createJournalBench()
        let said: Facts = { text: '', thought: '', chunks: [] }
        let written = said
        let state: 'running' | 'refused' | 'cut' = 'running'

        const finish = () => {
          said = written = afterEnd(said)
          state = 'cut'
        }
        const write = () => {
          if (state === 'running') written = afterWrite(said)
          if (state === 'refused') finish()
        }
        const hasFacts = ({ chunks, ...words }: Facts) => {
          const reply = bench.journal.upToDate(bench.conversations.path(replyId))[1]
          expect({ usage: undefined, details: undefined, ...reply }).toMatchObject({
            ...{ usage: undefined, details: undefined },
            ...words,
          })
          const arrivals = bench.journal.arrivals(replyId, 0) ?? bench.replies.arrivals(replyId)
          expect(arrivals.map(({ length }) => length)).toEqual(chunks)
          expect(arrivals.map(({ atMs }) => atMs).toSorted((a, b) => a - b)).toEqual(
            arrivals.map(({ atMs }) => atMs),
          )
        }

        for (const one of [...steps, { do: 'close' as const }]) {
          bench.wait(7)
          if (one.do === 'say' && state === 'running') {
            bench.journal.take(delta(said[one.kind].length, one.text, one.kind))
            said = {
              ...said,
              [one.kind]: said[one.kind] + one.text,
              chunks: [...said.chunks, one.text.length],
            }
          } else if (one.do === 'count' && state === 'running') {
            said = { ...said, usage: { input: one.number, output: 1 } }
            bench.journal.take({ type: 'reply-usage', replyId, usage: { input: one.number, output: 1 } })
          } else if (one.do === 'detail' && state === 'running') {
            const details = one.number < 50 ? { modelVersion: `${one.number}` } : { finishReason: 'STOP' }
            said = { ...said, details: { ...said.details, ...details } }
            bench.journal.take({ type: 'reply-details', replyId, details })
          } else if (one.do === 'ring') {
            bench.ring()
            write()
          } else if (one.do === 'cut' && state === 'running') {
            bench.refuse(one.isRefused ? 1 : 0)
            bench.journal.take(end('stopped'))
            if (one.isRefused) state = 'refused'
            else finish()
          } else if (one.do === 'resume' && state === 'running') {
            expect(() => bench.journal.resume(replyId)).toThrow('was not cut')
          } else if (one.do === 'resume') {
            expect(bench.journal.resume(replyId).text).toBe(said.text)
            bench.journal.take({ type: 'reply-resume', replyId })
            state = 'running'
          } else if (one.do === 'crash' || one.do === 'close') {
            if (one.do === 'close') bench.journal.close()
            if (one.do === 'close') write()
            bench = bench.crash()
            said = written = afterEnd(written)
            state = 'cut'
          }
          hasFacts(said)
        }
      }),
      { numRuns: 60 },
    )
  })
})
