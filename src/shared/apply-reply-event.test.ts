import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { applyReplyEvent } from './apply-reply-event'
import type { Reply } from './message'
import type { ReplyEvent } from './reply-event'
import { waitingReply } from './testing/waiting-reply'

const replyId = waitingReply.id
const delta = (at: number, text: string): ReplyEvent => ({
  type: 'reply-delta',
  replyId,
  kind: 'text',
  at,
  text,
})
const end: ReplyEvent = { type: 'reply-end', replyId, reason: 'stopped' }

const after = (...events: readonly ReplyEvent[]): Reply | undefined =>
  events.reduce<Reply | undefined>((reply, event) => reply && applyReplyEvent(reply, event), waitingReply)

describe('a reply', () => {
  it('grows by what is new, whatever is told again', () => {
    expect(after(delta(0, 'Hello'), delta(0, 'Hel'), delta(2, 'llo, you'))?.text).toBe('Hello, you')
  })

  it('is unknown when words are missing, rather than wrong', () => {
    expect(after(delta(0, 'Hello'), delta(6, 'you'))).toBeUndefined()
  })

  it('hears nothing more after its ending', () => {
    expect(after(delta(0, 'Hello'), end, delta(5, ' again'))).toMatchObject({
      text: 'Hello',
      progress: { status: 'ended', reason: 'stopped' },
    })
  })

  it('goes on where it had stopped when it is continued', () => {
    expect(
      after(delta(0, 'Hello'), end, { type: 'reply-resume', replyId }, delta(5, ' again')),
    ).toMatchObject({
      text: 'Hello again',
      progress: { status: 'streaming' },
    })
  })

  it('gathers what the provider says about it', () => {
    const details = (details: NonNullable<Reply['details']>): ReplyEvent => ({
      type: 'reply-details',
      replyId,
      details,
    })
    expect(after(details({ modelVersion: 'm-1' }), details({ finishReason: 'STOP' }))?.details).toEqual({
      modelVersion: 'm-1',
      finishReason: 'STOP',
    })
  })

  it('comes out the same from any overlapping retelling', () => {
    const retelling = fc.record({
      text: fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
      steps: fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 30 }),
    })
    fc.assert(
      fc.property(retelling, ({ text, steps }) => {
        let reply = waitingReply
        for (const [back, forth] of steps) {
          const at = Math.max(0, reply.text.length - back)
          reply = applyReplyEvent(reply, delta(at, text.slice(at, reply.text.length + forth))) ?? waitingReply
          expect(text.startsWith(reply.text)).toBe(true)
        }
        expect(applyReplyEvent(reply, delta(0, text))?.text).toBe(text)
      }),
    )
  })
})
