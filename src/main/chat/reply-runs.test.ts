import { describe, expect, it } from 'vitest'

import { applyReplyEvent } from '#shared/apply-reply-event'
import type { ReplyEvent } from '#shared/reply-event'
import { waitingReply } from '#shared/testing/waiting-reply'

import type { Caller } from '../bridge/answer'
import { MOST_UNREAD } from './reply-feed'
import { createReplyRuns } from './reply-runs'

const replyId = waitingReply.id
const conversationId = 'c'
const request = { replyId, modelId: 'demo/flow', messages: () => [] }
const delta = (at: number, text: string): ReplyEvent => ({
  type: 'reply-delta',
  replyId,
  kind: 'text',
  at,
  text,
})
const end: ReplyEvent = { type: 'reply-end', replyId, reason: 'complete' }
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A page as main sees it, which keeps what it is told. */
function createPage() {
  const gone = new AbortController()
  let reply = waitingReply
  const caller: Caller = {
    tell: (_, event) => {
      reply = applyReplyEvent(reply, event as ReplyEvent) ?? reply
    },
    gone: gone.signal,
  }
  return { caller, leave: () => gone.abort(), reply: () => reply }
}

function setUp() {
  const events: ReplyEvent[] = []
  let wake: () => void = () => {}
  let told = 0
  async function* reply(): AsyncGenerator<ReplyEvent> {
    for (;;) {
      while (events[told] === undefined) await new Promise<void>((resolve) => (wake = resolve))
      const event = events[told++]
      if (event === undefined) return
      yield event
      if (event.type === 'reply-end') return
    }
  }
  let idle = 0
  const runs = createReplyRuns({ reply }, () => idle++)
  async function say(...said: readonly ReplyEvent[]): Promise<void> {
    events.push(...said)
    wake()
    await settle()
  }
  return { runs, say, idle: () => idle }
}

describe('a running reply', () => {
  it('is told to every page that looks at its conversation, and to no other', async () => {
    const { runs, say } = setUp()
    const [asker, viewer, stranger] = [createPage(), createPage(), createPage()]
    runs.view(viewer.caller, { id: conversationId, messages: [] })
    runs.view(stranger.caller, { id: 'another', messages: [] })
    runs.start(asker.caller, { conversationId, reply: waitingReply, request })
    await say(delta(0, 'Hello'), end)
    expect([asker, viewer, stranger].map((page) => page.reply().text)).toEqual(['Hello', 'Hello', ''])
  })

  it('is told no more to a page that has gone on to another conversation', async () => {
    const { runs, say } = setUp()
    const page = createPage()
    runs.start(page.caller, { conversationId, reply: waitingReply, request })
    await say(delta(0, 'Hello'))
    runs.view(page.caller, { id: 'another', messages: [] })
    await say(delta(5, ' there'), end)
    expect([page.reply().text, runs.isViewed(conversationId), runs.isViewed('another')]).toEqual([
      'Hello',
      false,
      true,
    ])
    page.leave()
    expect(runs.isViewed('another')).toBe(false)
  })

  it('goes on when the page that asked has gone, and another joins in the middle', async () => {
    const { runs, say, idle } = setUp()
    const [asker, late] = [createPage(), createPage()]
    runs.start(asker.caller, { conversationId, reply: waitingReply, request })
    await say(delta(0, 'Hello'))
    asker.leave()
    runs.view(late.caller, { id: conversationId, messages: [{ ...waitingReply, text: 'Hello' }] })
    late.caller.tell('reply', delta(0, 'Hello'))
    await say(delta(5, ' there'), end)
    expect({ left: asker.reply().text, late: late.reply().text, idle: idle() }).toEqual({
      left: 'Hello',
      late: 'Hello there',
      idle: 1,
    })
  })

  it('ends with an error, and not as a spinner, when keeping it fails by a bug', async () => {
    const page = createPage()
    let idle = 0
    async function* broken(): AsyncGenerator<ReplyEvent> {
      yield delta(0, 'Hello')
      throw new Error('a gap')
    }
    const runs = createReplyRuns({ reply: broken }, () => idle++)
    runs.start(page.caller, { conversationId, reply: waitingReply, request })
    await settle()
    expect(page.reply()).toMatchObject({ text: 'Hello', progress: { status: 'failed' } })
    expect({ isRunning: runs.isRunning(replyId), idle }).toEqual({ isRunning: false, idle: 1 })
  })

  it('is told to a hidden page when it is seen again: another asked, it was cut and went on, all unseen', async () => {
    const { runs, say } = setUp()
    const [asker, hidden] = [createPage(), createPage()]
    runs.view(hidden.caller, { id: conversationId, messages: [] })
    runs.watch(hidden.caller, false)
    runs.start(asker.caller, { conversationId, reply: waitingReply, request })
    await say(delta(0, 'Hello'), { type: 'reply-end', replyId, reason: 'stopped' })
    runs.start(asker.caller, { conversationId, reply: asker.reply(), request })
    await say({ type: 'reply-resume', replyId }, delta(5, ' again'), end)
    expect(hidden.reply()).toEqual(waitingReply)
    runs.watch(hidden.caller, true)
    expect(hidden.reply()).toEqual(asker.reply())
    expect(hidden.reply()).toMatchObject({ text: 'Hello again', progress: { status: 'ended' } })
  })

  it('has its ending told to a page that was behind when it came', async () => {
    const { runs, say } = setUp()
    const page = createPage()
    const whole = 'x'.repeat(MOST_UNREAD + 10)
    runs.start(page.caller, { conversationId, reply: waitingReply, request })
    await say(delta(0, whole), end)
    expect(page.reply().progress.status).toBe('streaming')
    expect(runs.isRunning(replyId)).toBe(false)
    runs.acknowledge(page.caller, replyId, { text: page.reply().text.length, thought: 0 })
    expect(page.reply()).toMatchObject({ text: whole, progress: { status: 'ended', reason: 'complete' } })
  })
})
