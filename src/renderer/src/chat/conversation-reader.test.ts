import { expect, it } from 'vitest'

import type { OpenConversation, Requests } from '#shared/contract'
import type { ReplyEvent } from '#shared/reply-event'
import type { Result } from '#shared/result'

import { createPrompt } from '../testing/messages'
import { createConversationReader, LAST_AT_FIRST } from './conversation-reader'

const LONG = Array.from({ length: 200 }, (_, index) => createPrompt({ id: `prompt-${index}` }))
const EVENT: ReplyEvent = { type: 'reply-resume', replyId: 'reply-1' }

interface Setting {
  readonly messages?: OpenConversation['messages']
  readonly shownId?: string
  readonly halfReadId?: string
}

/** A main with one conversation, which answers when it is let; the page draws at once. */
function createReader({ messages = LONG, shownId, halfReadId }: Setting = {}) {
  const asked: Requests['openConversation'][] = []
  const waiting: (() => void)[] = []
  const log: string[] = []
  const reader = createConversationReader({
    ask: async (input) => {
      asked.push(input)
      await new Promise<void>((resolve) => waiting.push(resolve))
      return { ok: true, value: answer(input, messages) }
    },
    onRead: (read) => log.push(describe(read)),
    onEvent: ({ type }) => log.push(type),
    isShown: (id) => id === shownId,
    isHalfRead: (id) => id === halfReadId,
    whenIdle: async () => void log.push('drawn'),
  })
  const letAnswer = async () => {
    waiting.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { reader, asked, log, letAnswer }
}

function answer(
  { conversationId: id = 'one', last }: Requests['openConversation'],
  all: OpenConversation['messages'],
) {
  const messages = last === undefined ? all : all.slice(-last)
  const earlier = all.length - messages.length
  return { id, messages, ...(earlier > 0 && { earlier }) }
}

function describe(read: Result<OpenConversation>): string {
  return read.ok ? `${read.value.messages.length} of ${read.value.id}` : read.error.code
}

it('has the end of a long conversation first, and the rest of it when that is drawn', async () => {
  const { reader, asked, log, letAnswer } = createReader()
  const reading = reader.read(undefined)
  await letAnswer()
  expect(log).toEqual([`${LAST_AT_FIRST} of one`, 'drawn'])
  await letAnswer()
  await reading
  expect(log.slice(2)).toEqual(['200 of one'])
  expect(asked).toEqual([{ last: LAST_AT_FIRST }, { conversationId: 'one' }])
})

it('reads a short conversation once', async () => {
  const { reader, asked, letAnswer } = createReader({ messages: LONG.slice(0, LAST_AT_FIRST) })
  const reading = reader.read('one')
  await letAnswer()
  await reading
  expect(asked).toEqual([{ conversationId: 'one', last: LAST_AT_FIRST }])
})

it('takes nothing away from the conversation that is shown', async () => {
  const { reader, asked, log, letAnswer } = createReader({ shownId: 'one' })
  const reading = reader.read('one')
  await letAnswer()
  await reading
  expect([asked, log]).toEqual([[{ conversationId: 'one' }], ['200 of one']])
})

it.each([
  ['by its name', 'one', [{ conversationId: 'one' }]],
  ['without knowing its name', undefined, [{ last: LAST_AT_FIRST }, { conversationId: 'one' }]],
])('shows a conversation that was half read only as a whole, opened %s', async (_, id, requests) => {
  const { reader, asked, log, letAnswer } = createReader({ halfReadId: 'one' })
  const reading = reader.read(id)
  await letAnswer()
  await letAnswer()
  await reading
  expect([asked, log]).toEqual([requests, ['200 of one']])
})

it('holds back what is told while it reads, and lets it through between and after', async () => {
  const { reader, log, letAnswer } = createReader()
  const reading = reader.read('one')
  reader.take(EVENT)
  expect([reader.isReading(), log]).toEqual([true, []])
  await letAnswer()
  reader.take(EVENT)
  expect(log).toEqual([`${LAST_AT_FIRST} of one`, 'reply-resume', 'drawn'])
  await letAnswer()
  await reading
  reader.take(EVENT)
  expect(log.slice(3)).toEqual(['200 of one', 'reply-resume', 'reply-resume'])
})

it('lets only the last call count', async () => {
  const { reader, log, letAnswer } = createReader()
  const first = reader.read('one')
  const second = reader.read('two')
  for (let answers = 0; answers < 3; answers++) await letAnswer()
  await Promise.all([first, second])
  expect(log).toEqual([`${LAST_AT_FIRST} of two`, 'drawn', '200 of two'])
})
