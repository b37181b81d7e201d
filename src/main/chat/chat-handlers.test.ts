import { describe, expect, it } from 'vitest'

import { readFailure } from '../bridge/app-failure'
import { chatHandlers } from './chat-handlers'

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
const request = {
  conversationId: id(1),
  promptId: id(2),
  parentId: null,
  replyId: id(3),
  text: 'Hi',
  modelId: 'x/y',
}
const caller = { tell: () => {}, gone: new AbortController().signal }
const nobody = () => {
  throw new Error('nobody is asked')
}

/** Handlers whose disk fails to keep a prompt with this. */
function refusing(cause: Error) {
  return chatHandlers({
    chat: { stop: nobody },
    runs: { start: nobody, view: nobody, acknowledge: nobody, isRunning: () => false } as never,
    seen: nobody,
    conversations: {
      keep: () => {
        throw cause
      },
      path: () => [],
      resume: () => {
        throw cause
      },
    } as never,
    models: { takesPrefill: () => false, list: () => [], parameters: () => ({}) },
    chosen: { read: () => ({}) },
    spending: { dayLimit: { judge: () => undefined } },
  })
}

async function codeOf(act: () => unknown): Promise<string> {
  try {
    await act()
    return 'none'
  } catch (failure) {
    return readFailure(failure).code
  }
}

describe('a disk that refuses', () => {
  it.each([
    ['a prompt', (cause: Error) => refusing(cause).startReply(request, caller)],
    ['a continuation', (cause: Error) => refusing(cause).continueReply({ replyId: id(3) }, caller)],
  ])('is told from a bug of ours when it does not keep %s', async (_, act) => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    expect([await codeOf(() => act(full)), await codeOf(() => act(new Error('foreign parent')))]).toEqual([
      'not-kept',
      'unexpected',
    ])
  })
})

describe('a day that took as much as the user wanted', () => {
  const reached = { unit: 'dollars', spent: 5.1, limit: 5 } as const
  const handlers = chatHandlers({
    chat: { stop: nobody },
    runs: { start: nobody, isRunning: () => false } as never,
    seen: nobody,
    conversations: {
      ...{ keep: nobody, resume: nobody },
      path: () => [{ role: 'assistant', modelId: 'x/y' }],
    } as never,
    models: { takesPrefill: () => false, list: () => [], parameters: () => ({}) },
    chosen: { read: () => ({}) },
    spending: { dayLimit: { judge: (modelId) => (modelId === 'x/y' ? reached : undefined) } },
  })
  const failureOf = (act: () => unknown) => {
    try {
      return act()
    } catch (failure) {
      return readFailure(failure)
    }
  }

  it.each([
    ['an answer', () => handlers.startReply(request, caller)],
    ['a continuation', () => handlers.continueReply({ replyId: id(3) }, caller)],
  ])('lets %s wait until they agree: nothing is kept, nobody is asked', (_, act) => {
    expect(failureOf(act)).toEqual({ code: 'day-limit', facts: reached })
  })
})

describe('a conversation that is opened', () => {
  it('is followed by the page, and has been seen', async () => {
    const acts: unknown[] = []
    const conversation = { id: id(1), messages: [] }
    const handlers = chatHandlers({
      chat: { stop: nobody },
      runs: { view: (...viewed: unknown[]) => acts.push(['view', ...viewed]) } as never,
      seen: (conversationId) => acts.push(['seen', conversationId]),
      conversations: { open: () => conversation } as never,
      models: { takesPrefill: () => false, list: () => [], parameters: () => ({}) },
      chosen: { read: () => ({}) },
      spending: { dayLimit: { judge: () => undefined } },
    })
    expect(await handlers.openConversation({}, caller)).toBe(conversation)
    expect(acts).toEqual([
      ['view', caller, conversation],
      ['seen', id(1)],
    ])
  })
})

describe('a reply that is continued', () => {
  it.each([
    ['half a', true],
    ['half ', false],
  ])('goes on exactly only where no white space ends it: %j', async (text, goesOnExactly) => {
    const begun: unknown[] = []
    const reply = { role: 'assistant', id: 'b', parentId: null, text, thought: '', modelId: 'x/y' }
    let isRunning = false
    const handlers = chatHandlers({
      chat: { stop: nobody },
      runs: {
        isRunning: () => isRunning,
        start: (_: unknown, { request: asked }: never) => begun.push(asked),
      } as never,
      seen: nobody,
      conversations: { resume: () => reply, path: () => [], conversationOf: () => id(1) } as never,
      models: { takesPrefill: () => true, list: () => [], parameters: () => ({}) },
      chosen: { read: () => ({}) },
      spending: { dayLimit: { judge: () => undefined } },
    })
    await handlers.continueReply({ replyId: id(3) }, caller)
    isRunning = true
    // Another window was quicker.
    await handlers.continueReply({ replyId: id(3) }, caller)
    expect(begun).toMatchObject([{ goesOnExactly }])
  })

  it('takes its own share of the context window, and says from where on the model is sent', async () => {
    const long = `${'word '.repeat(300)}end`
    const prompt = (name: string) => ({ role: 'user', id: name, parentId: null, text: name, createdAt: 1 })
    const answer = (name: string, text: string) => ({
      ...{
        role: 'assistant',
        id: name,
        parentId: `p${name}`,
        text,
        thought: '',
        modelId: 'x/y',
        createdAt: 1,
      },
      progress: { status: 'ended', reason: 'stopped' },
    })
    const before = [prompt('first'), answer('a', 'short'), prompt('second')]
    const begun: { firstSentId: () => string | undefined; messages: () => readonly unknown[] }[] = []
    const handlers = (text: string) =>
      chatHandlers({
        chat: { stop: nobody },
        runs: {
          isRunning: () => false,
          start: (_: unknown, { request: asked }: never) => begun.push(asked),
        } as never,
        seen: nobody,
        conversations: {
          resume: () => answer('b', text),
          path: () => before,
          conversationOf: () => id(1),
        } as never,
        models: {
          ...{ takesPrefill: () => true, list: () => [{ id: 'x/y', contextWindow: 300 }] },
          parameters: () => ({}),
        },
        chosen: { read: () => ({}) },
        spending: { dayLimit: { judge: () => undefined } },
      })
    await handlers('short').continueReply({ replyId: id(3) }, caller)
    await handlers(long).continueReply({ replyId: id(3) }, caller)
    expect(begun.map(({ firstSentId, messages }) => [firstSentId(), messages().length])).toEqual([
      [undefined, 4],
      ['second', 2],
    ])
  })
})
