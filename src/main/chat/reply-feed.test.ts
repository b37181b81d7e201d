import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { applyReplyEvent } from '#shared/apply-reply-event'
import type { ReplyEvent } from '#shared/reply-event'
import { waitingReply } from '#shared/testing/waiting-reply'

import { createReplyFeed, MOST_UNREAD } from './reply-feed'

const replyId = waitingReply.id
const end: ReplyEvent = { type: 'reply-end', replyId, reason: 'complete' }

/** A reply that grows in main, and a window that follows it. */
function setUp() {
  let kept = waitingReply
  let seen = waitingReply
  const told: ReplyEvent[] = []
  const feed = createReplyFeed({
    tell: (event) => {
      told.push(event)
      const next = applyReplyEvent(seen, event)
      if (next === undefined) throw new Error('A gap')
      seen = next
    },
    read: () => kept,
    known: { text: 0, thought: 0 },
  })
  return {
    told,
    say: (text: string, kind: 'text' | 'thought' = 'text') => {
      const event: ReplyEvent = { type: 'reply-delta', replyId, kind, at: kept[kind].length, text }
      kept = applyReplyEvent(kept, event) ?? kept
      feed.hear(event)
    },
    finish: () => {
      kept = applyReplyEvent(kept, end) ?? kept
      feed.hear(end)
    },
    hear: (event: ReplyEvent) => {
      kept = applyReplyEvent(kept, event) ?? kept
      feed.hear(event)
    },
    watch: feed.watch,
    acknowledge: feed.acknowledge,
    read: () => feed.acknowledge({ text: seen.text.length, thought: seen.thought.length }),
    seen: () => seen,
    kept: () => kept,
  }
}

describe('a window that follows a reply', () => {
  it('is told each word as it comes, without having to say that it reads', () => {
    const window = setUp()
    window.say('Hello')
    window.say(' there')
    window.finish()
    expect(window.told.map(({ type }) => type)).toEqual(['reply-delta', 'reply-delta', 'reply-end'])
  })

  it('is told no more than the bound while it does not read, however much comes', () => {
    const window = setUp()
    for (let count = 0; count < 100; count++) window.say('x'.repeat(100_000))
    window.finish()
    expect(window.seen().text.length).toBeLessThanOrEqual(MOST_UNREAD)
    expect(window.seen().progress.status).toBe('streaming')
  })

  it('is told the beginning of a delta that is larger than the bound, so that it can read on', () => {
    const window = setUp()
    window.say('x'.repeat(MOST_UNREAD * 2))
    window.finish()
    expect(window.seen().text.length).toBe(MOST_UNREAD)
    window.read()
    expect(window.seen()).toMatchObject({ text: 'x'.repeat(MOST_UNREAD * 2), progress: { status: 'ended' } })
  })

  it('is not taken back to what it had read before, by a receipt that comes late', () => {
    const window = setUp()
    window.say('x'.repeat(MOST_UNREAD))
    window.read()
    window.acknowledge({ text: 1, thought: 0 })
    window.say('x'.repeat(MOST_UNREAD))
    expect(window.seen().text.length).toBe(MOST_UNREAD * 2)
  })

  it('has every word and then the ending when it reads again, piece by piece', () => {
    const window = setUp()
    for (let count = 0; count < 100; count++) window.say('x'.repeat(10_000), count < 50 ? 'thought' : 'text')
    window.finish()
    for (let count = 0; count < 20; count++) window.read()
    expect(window.seen()).toEqual(window.kept())
  })

  it('is told nothing at all while nobody sees it, and everything when it is seen again', () => {
    const window = setUp()
    window.say('Hello')
    const told = window.told.length
    window.watch(false)
    for (let count = 0; count < 1000; count++) window.say(' there')
    window.hear({ type: 'reply-usage', replyId, usage: { input: 1, output: 2 } })
    window.hear({ type: 'reply-details', replyId, details: { finishReason: 'STOP' } })
    window.finish()
    expect(window.told.length).toBe(told)
    window.watch(true)
    expect(window.seen()).toEqual(window.kept())
    expect(window.told.slice(told).map(({ type }) => type)).toEqual([
      'reply-delta',
      'reply-usage',
      'reply-details',
      'reply-end',
    ])
  })

  it('is told nothing when it is seen again and nothing has happened', () => {
    const window = setUp()
    window.say('Hello')
    window.watch(false)
    window.watch(true)
    expect(window.told.length).toBe(1)
    window.say(' there')
    expect(window.seen().text).toBe('Hello there')
  })

  it('hears that a reply goes on before the words that came unseen, and of a try that still lies ahead', () => {
    const window = setUp()
    const retry = {
      attempt: 1,
      mostAttempts: 2,
      startsAt: 9,
      error: { code: 'rate-limited', detail: '' },
    } as const
    window.say('One')
    window.finish()
    window.watch(false)
    window.hear({ type: 'reply-resume', replyId })
    window.hear({ type: 'reply-retry', replyId, retry })
    window.watch(true)
    expect(window.seen()).toEqual({ ...window.kept(), progress: { status: 'waiting', retry } })
    window.watch(false)
    window.say(' two')
    window.watch(true)
    expect(window.seen()).toMatchObject({ text: 'One two', progress: { status: 'streaming' } })
    expect(window.told.filter(({ type }) => type === 'reply-resume')).toHaveLength(1)
  })

  it('never has a gap, never more unread than the bound, and everything in the end', () => {
    const step = fc.oneof(
      fc.record({ say: fc.nat(600_000), kind: fc.constantFrom('text' as const, 'thought' as const) }),
      fc.constantFrom('read' as const, 'hide' as const, 'show' as const),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const window = setUp()
        let read = 0
        let isSeen = true
        const seenLength = () => window.seen().text.length + window.seen().thought.length
        for (const one of steps) {
          const seenBefore = seenLength()
          if (one === 'read') {
            read = seenLength()
            window.read()
          } else if (one === 'hide' || one === 'show') {
            isSeen = one === 'show'
            window.watch(isSeen)
          } else if (one.say > 0) window.say('x'.repeat(one.say), one.kind)
          if (!isSeen) expect(seenLength()).toBe(seenBefore)
          else if (seenLength() < window.kept().text.length + window.kept().thought.length) {
            // Only a window that has something to read will ever read, and so be told the rest.
            expect(seenLength() - read).toBeGreaterThan(MOST_UNREAD / 4)
          }
          expect(seenLength() - read).toBeLessThanOrEqual(MOST_UNREAD)
        }
        window.finish()
        window.watch(true)
        for (let count = 0; count < 100; count++) window.read()
        expect(window.seen()).toEqual(window.kept())
      }),
      { numRuns: 50 },
    )
  })
})
