import { FakeListChatModel } from '@langchain/core/utils/testing'
import { expect, it, onTestFinished } from 'vitest'

import type { EndReason } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import type { Caller } from '../bridge/answer'
import type { ChatService } from '../chat/chat-service'
import { temporaryFile } from '../conversations/testing/temporary-database'
import { turn } from '../conversations/testing/turn'
import { openHistory } from '../testing/open-core'
import { serveConversations } from './serve-conversations'

const MODEL = 'vertex/gemini-flash'

function setUp({ reason = 'complete' as EndReason, isDayOver = false } = {}) {
  const history = openHistory(temporaryFile())
  onTestFinished(() => void history.close())
  const { conversations, list } = history
  let end = (): void => undefined
  const ending = new Promise<void>((resolve) => (end = resolve))
  async function* reply({ replyId }: { readonly replyId: string }): AsyncGenerator<ReplyEvent> {
    const events: readonly ReplyEvent[] = [
      { type: 'reply-delta', replyId, kind: 'text', at: 0, text: 'A game of two teams.' },
      { type: 'reply-end', replyId, reason },
    ]
    await ending
    for (const event of events) {
      conversations.note(event)
      yield event
    }
  }
  const asked: string[] = []
  const served = serveConversations({
    history,
    chat: { reply, stop: () => undefined } as unknown as ChatService,
    onIdle: () => undefined,
    onListChange: () => undefined,
    onReply: () => undefined,
    titlesFromModel: () => true,
    openModel: async (modelId) => {
      asked.push(modelId)
      return new FakeListChatModel({ responses: ['Baseball'] })
    },
    spending: {
      note: () => undefined,
      dayLimit: { judge: () => (isDayOver ? { unit: 'tokens', spent: 2, limit: 1 } : undefined) },
    },
    log: (_, cause) => {
      throw cause
    },
  })

  function page() {
    const told: { readonly name: string; readonly event: unknown }[] = []
    const leaving = new AbortController()
    const caller: Caller = { tell: (name, event) => told.push({ name, event }), gone: leaving.signal }
    return { caller, told, leave: () => leaving.abort() }
  }

  function ask(caller: Caller): void {
    const kept = conversations.keep(turn({ modelId: MODEL }))
    const request = { replyId: kept.id, modelId: MODEL, messages: () => [] }
    served.runs.start(caller, { conversationId: 'c', reply: kept, request })
  }

  async function endReply(): Promise<void> {
    end()
    await new Promise((resolve) => setTimeout(resolve))
  }
  const row = () => list.rows(['c'])[0]
  return { served, page, ask, endReply, row, asked }
}

it('marks a conversation whose reply ends while nobody looks, until somebody does', async () => {
  const { served, page, ask, endReply, row } = setUp()
  const [asker, other] = [page(), page()]
  await served.handlers.listConversations({}, other.caller)
  ask(asker.caller)
  asker.leave()
  await endReply()
  expect(row()?.isUnread).toBe(true)
  // When it begins, when it ends, and with its title.
  expect(other.told).toMatchObject(
    [false, true, true].map((isUnread) => ({ event: { rows: [{ id: 'c', isUnread }] } })),
  )
  other.told.length = 0
  served.seen('c')
  served.seen('c')
  expect(row()?.isUnread).toBe(false)
  expect(other.told).toMatchObject([{ event: { rows: [{ id: 'c', isUnread: false }] } }])
})

it('marks none at which somebody looks', async () => {
  const { page, ask, endReply, row } = setUp()
  ask(page().caller)
  await endReply()
  expect(row()?.isUnread).toBe(false)
})

it('tells every window that lists it whether an answer is coming, and the title that it gets', async () => {
  const { served, page, ask, endReply } = setUp()
  const { caller, told } = page()
  await served.handlers.listConversations({}, caller)
  ask(caller)
  await endReply()
  const rows = told
    .filter(({ name }) => name === 'conversations')
    .map(({ event }) => (event as { readonly rows: readonly object[] }).rows[0])
  expect(rows).toMatchObject([
    { title: 'Hello', isAnswering: true },
    { title: 'Hello', isAnswering: false },
    { title: 'Baseball', isAnswering: false },
  ])
})

it.each([
  ['that was stopped', { reason: 'stopped' } as const],
  ['when the day has taken as much as it may', { isDayOver: true }],
])('asks no title of a reply %s', async (_, options) => {
  const { page, ask, endReply, row, asked } = setUp(options)
  ask(page().caller)
  await endReply()
  expect([asked, row()?.title]).toEqual([[], 'Hello'])
})

it('tells what was imported a few at a time, and then the prompts', async () => {
  const { served, page } = setUp()
  const { caller, told } = page()
  await served.handlers.listConversations({}, caller)
  await served.handlers.readPresets({}, caller)
  await served.onImported(Array.from({ length: 401 }, (_, index) => `i${index}`))
  const sizes = told.map(({ name, event }) =>
    name === 'presets' ? name : (event as { readonly goneIds: readonly string[] }).goneIds.length,
  )
  expect(sizes).toEqual([200, 200, 1, 'presets'])
})
