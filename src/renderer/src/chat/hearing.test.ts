import { describe, expect, it } from 'vitest'

import type { ReplyEvent, ReplyPart } from '#shared/reply-event'

import { createReply } from '../testing/messages'
import { type Hearing, hearingAfter, secondsToWait, silentSeconds, thoughtSeconds, untimed } from './hearing'

const replyId = 'reply-1'
const delta = (kind: ReplyPart, at = 0): ReplyEvent => ({ type: 'reply-delta', replyId, kind, at, text: 'x' })
const usage: ReplyEvent = { type: 'reply-usage', replyId, usage: { input: 1, output: 1 } }
const end: ReplyEvent = { type: 'reply-end', replyId, reason: 'stopped' }

/** What is known after events at these seconds. */
function after(...heard: readonly (readonly [number, ReplyEvent])[]): Hearing | undefined {
  return heard.reduce<Hearing | undefined>(
    (hearing, [second, event]) => hearingAfter(hearing, event, second * 1000),
    undefined,
  )
}

describe('thoughtSeconds', () => {
  it('counts from the first thought to the first word, whatever is told between', () => {
    const thinking = after([1, delta('thought')], [3, usage], [4, delta('thought', 1)])
    const spoken = hearingAfter(thinking, delta('text'), 13_000)
    expect([thoughtSeconds(thinking, 6_900), thoughtSeconds(spoken, 99_000)]).toEqual([5, 12])
  })

  it('adds up thoughts with words between them', () => {
    const hearing = after(
      [0, delta('thought')],
      [2, delta('text')],
      [5, delta('thought', 1)],
      [8, delta('text', 1)],
    )
    expect(thoughtSeconds(hearing, 99_000)).toBe(5)
  })

  it('stands still when the reply is stopped in mid-thought', () => {
    expect(thoughtSeconds(after([0, delta('thought')], [3, end]), 99_000)).toBe(3)
  })

  it('is not known of a thought whose beginning this window has not heard', () => {
    expect(thoughtSeconds(after([0, delta('thought', 7)], [3, delta('text')]), 9_000)).toBeUndefined()
  })
})

describe('a reply of which some came unseen', () => {
  it('claims to know neither how long was thought, nor how much of a wait has passed', () => {
    const hearing = [delta('thought'), delta('text')].reduce(
      (heard, event) => hearingAfter(heard, event, 9_000),
      untimed({ lastAt: 0, thoughtMs: 0, thinkingSince: 0 }),
    )
    const error = { code: 'rate-limited', detail: '', facts: { retryAfterSeconds: 30 } } as const
    const failed = createReply({ progress: { status: 'failed', error } })
    expect([thoughtSeconds(hearing, 9_000), secondsToWait(failed, hearing, 9_000)]).toEqual([
      undefined,
      'unknown',
    ])
  })
})

describe('silentSeconds', () => {
  const waiting = createReply({ text: '', progress: { status: 'waiting' } })

  it('speaks of a silence from its tenth second on', () => {
    const seconds = [9_999, 10_000, 12_345].map((now) => silentSeconds(waiting, { lastAt: 0 }, now))
    expect(seconds).toEqual([0, 10, 12])
  })

  it('does not count the pause before another try', () => {
    const error = { code: 'rate-limited', detail: '' } as const
    const retry = { attempt: 1, mostAttempts: 2, startsAt: 30_000, error }
    const reply = createReply({ ...waiting, progress: { status: 'waiting', retry } })
    const seconds = [29_000, 39_000, 41_000].map((now) => silentSeconds(reply, { lastAt: 0 }, now))
    expect(seconds).toEqual([0, 0, 11])
  })
})
