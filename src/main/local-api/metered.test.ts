import { expect, it } from 'vitest'

import type { ReplyEvent } from '#shared/reply-event'

import { collect } from '../testing/collect'
import { meter } from './metered'

const request = { replyId: 'r', modelId: 'a/b', messages: () => [] }
const usage = { input: 3, output: 4 }
const events: readonly ReplyEvent[] = [
  { type: 'reply-start', replyId: 'r' },
  { type: 'reply-usage', replyId: 'r', usage: { input: 3, output: 0 } },
  { type: 'reply-usage', replyId: 'r', usage },
  { type: 'reply-end', replyId: 'r', reason: 'complete' },
]

function setUp(reached?: { unit: 'tokens'; spent: number; limit: number }) {
  const noted: unknown[] = []
  let asked = 0
  let isAnswering = false
  const busyAtEnds: boolean[] = []
  const chat = meter(
    {
      stop: () => undefined,
      reply: async function* () {
        asked++
        isAnswering = true
        try {
          yield* events
        } finally {
          isAnswering = false
        }
      },
    },
    {
      dayLimit: { judge: () => reached },
      note: (one) => noted.push(one),
      onEnd: () => busyAtEnds.push(isAnswering),
    },
  )
  return { chat, noted, busyAtEnds, asked: () => asked }
}

it('notes what a program asked for once, also when it leaves early', async () => {
  const { chat, noted } = setUp()
  expect(await collect(chat.reply(request))).toEqual(events)
  for await (const event of chat.reply(request)) if (event.type === 'reply-usage') break
  expect(noted).toEqual([
    { modelId: 'a/b', usage },
    { modelId: 'a/b', usage: { input: 3, output: 0 } },
  ])
})

it('says that an answer has ended when it has, so that what waits for it goes on', async () => {
  const { chat, busyAtEnds } = setUp()
  await collect(chat.reply(request))
  for await (const event of chat.reply(request)) if (event.type === 'reply-usage') break
  expect(busyAtEnds).toEqual([false, false])
})

it('asks nobody when the day has reached its limit, and says so', async () => {
  const facts = { unit: 'tokens', spent: 5, limit: 5 } as const
  const { chat, asked } = setUp(facts)
  expect(await collect(chat.reply(request))).toEqual([
    { type: 'reply-error', replyId: 'r', error: { code: 'day-limit', detail: '', facts } },
  ])
  expect(asked()).toBe(0)
})
