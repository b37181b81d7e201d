import { setImmediate } from 'node:timers/promises'

import { HumanMessage } from '@langchain/core/messages'
import { describe, expect, it } from 'vitest'

import type { ReplyEvent } from '#shared/reply-event'

import { collect } from '../testing/collect'
import { ScriptedModel, type ScriptStep } from '../testing/scripted-model'
import { type TransportFault, transportError } from '../transport/transport-fault'
import { createChatService } from './chat-service'

const replyId = '00000000-0000-4000-8000-000000000001'
const request = { replyId, modelId: 'any/model', messages: () => [new HumanMessage('Hello')] }

const finished = { content: '', response_metadata: { finish_reason: 'STOP' } }

const limited: TransportFault = { kind: 'status', status: 429, host: 'api.example', bytesReceived: 0 }

/** Each script is one request's. */
function setUp(...scripts: readonly (readonly ScriptStep[])[]) {
  const models = scripts.map((steps) => new ScriptedModel(steps))
  const opened: ScriptedModel[] = []
  const noted: ReplyEvent[] = []
  const failures: unknown[] = []
  const chat = createChatService({
    openModel: async () => {
      const model = models[opened.length]
      if (model === undefined) throw new Error('One request too many')
      opened.push(model)
      return model
    },
    describe: (modelId) => ({ modelId }),
    note: (event) => noted.push(event),
    onFailure: (...failure) => failures.push(failure),
    wait: (_, signal) => setImmediate(undefined, signal === undefined ? {} : { signal }),
    now: () => 1000,
    chance: () => 0,
  })
  return { chat, opened, noted, failures }
}

const ending = async (steps: readonly ScriptStep[]) =>
  (await collect(setUp(steps).chat.reply(request))).at(-1)

describe('a reply', () => {
  it('starts, brings words, thoughts and usage in order, and ends complete', async () => {
    const { chat, opened } = setUp([
      { content: [{ type: 'reasoning', reasoning: 'Hm.' }] },
      { content: 'Hi' },
      {
        content: '!',
        usage_metadata: {
          input_tokens: 1,
          output_tokens: 5,
          total_tokens: 6,
          output_token_details: { reasoning: 3 },
        },
        response_metadata: { finish_reason: 'STOP' },
      },
    ])
    const events = await collect(chat.reply(request))

    expect(events).toEqual([
      { type: 'reply-start', replyId },
      { type: 'reply-delta', replyId, kind: 'thought', at: 0, text: 'Hm.' },
      ...events.slice(2, -3),
      { type: 'reply-usage', replyId, usage: { input: 1, output: 5, thought: 3 } },
      { type: 'reply-details', replyId, details: { finishReason: 'STOP' } },
      { type: 'reply-end', replyId, reason: 'complete' },
    ])
    expect(textOf(events)).toBe('Hi!')
    expect(opened.map(({ asked }) => asked.flat().map(({ text }) => text))).toEqual([['Hello']])
  })

  it.each([
    ['STOP', 'complete'],
    ['MAX_TOKENS', 'length'],
    ['SAFETY', 'blocked'],
    ['PROHIBITED_CONTENT', 'blocked'],
    ['content_filter', 'blocked'],
    ['end_turn', 'complete'],
  ])('ends %s as %s', async (finish_reason, reason) => {
    expect(await ending([{ content: 'x', response_metadata: { finish_reason } }])).toEqual({
      type: 'reply-end',
      replyId,
      reason,
    })
  })

  it('is interrupted, not complete, when the stream merely ends', async () => {
    expect(await ending([{ content: 'half' }])).toMatchObject({
      type: 'reply-error',
      error: { code: 'interrupted' },
    })
  })

  it('is an empty reply when the provider finished without a word', async () => {
    expect(await ending([finished])).toMatchObject({ type: 'reply-error', error: { code: 'empty-reply' } })
  })

  it('is malformed when the provider finished for a reason that nobody documented', async () => {
    expect(await ending([{ content: 'x', response_metadata: { finish_reason: 'toString' } }])).toMatchObject({
      type: 'reply-error',
      error: { code: 'malformed-stream' },
    })
  })

  it('has each chunk kept by itself, though what it tells is merged', async () => {
    const { chat, noted } = setUp([{ content: 'a' }, { content: 'b' }, { content: 'c' }, finished])
    const told = await collect(chat.reply(request))
    const deltas = (events: readonly ReplyEvent[]) =>
      events.filter(({ type }) => type === 'reply-delta').length
    expect({ noted: deltas(noted), text: textOf(told) }).toEqual({ noted: 3, text: 'abc' })
    expect(noted.at(-1)).toEqual({ type: 'reply-end', replyId, reason: 'complete' })
  })

  it.each(['content_filter', 'content_policy_violation'])(
    'is blocked, not failed, when its prompt is refused for %s',
    async (providerCode) => {
      const refusal: TransportFault = { ...limited, kind: 'status', status: 400, providerCode }
      expect(await ending([transportError(refusal)])).toEqual({
        type: 'reply-end',
        replyId,
        reason: 'blocked',
      })
    },
  )

  it('keeps its words when it fails', async () => {
    const events = await collect(setUp([{ content: 'kept' }, new Error('boom')]).chat.reply(request))
    expect({ text: textOf(events), last: events.at(-1) }).toMatchObject({
      text: 'kept',
      last: { type: 'reply-error', error: { code: 'unexpected' } },
    })
  })

  it('ends as stopped, not failed, when the user stops it in mid-stream', async () => {
    const { chat } = setUp([{ content: 'a' }, { content: 'b' }, 'hang'])
    const events: ReplyEvent[] = []
    for await (const event of chat.reply(request)) {
      events.push(event)
      if (textOf(events) === 'ab') chat.stop(replyId)
    }
    expect(events.at(-1)).toEqual({ type: 'reply-end', replyId, reason: 'stopped' })
  })

  it('is interrupted, and keeps its words, when the computer goes to sleep', async () => {
    const { chat } = setUp([{ content: 'a' }, 'hang'])
    const events: ReplyEvent[] = []
    for await (const event of chat.reply(request)) {
      events.push(event)
      if (textOf(events) === 'a') chat.suspend()
    }
    expect({ text: textOf(events), last: events.at(-1) }).toMatchObject({
      text: 'a',
      last: { type: 'reply-error', error: { code: 'interrupted' } },
    })
  })

  it('is asked for once more when it was turned away, and tells so', async () => {
    const turnedAway = [transportError({ ...limited, retryAfterSeconds: 7 })]
    const { chat } = setUp(turnedAway, turnedAway, [{ content: 'Hi' }, finished])
    const events = await collect(chat.reply(request))
    const retry = { mostAttempts: 2, startsAt: 8000, error: { code: 'rate-limited' } }
    expect(events).toMatchObject([
      { type: 'reply-start' },
      { type: 'reply-retry', retry: { ...retry, attempt: 1 } },
      { type: 'reply-retry', retry: { ...retry, attempt: 2 } },
      { type: 'reply-delta', text: 'Hi' },
      { type: 'reply-details' },
      { type: 'reply-usage', usage: { isEstimate: true } },
      { type: 'reply-end', reason: 'complete' },
    ])
  })

  it('tells what lies behind its failure, once and at its end; a stop is none', async () => {
    const cause = transportError(limited)
    const { chat, failures } = setUp([cause], [cause], [cause])
    await collect(chat.reply(request))
    expect(failures).toEqual([[request.modelId, expect.objectContaining({ code: 'rate-limited' }), cause]])

    const stopped = setUp([{ content: 'Hi' }, 'hang'])
    for await (const { type, replyId } of stopped.chat.reply(request)) {
      if (type === 'reply-delta') stopped.chat.stop(replyId)
    }
    expect(stopped.failures).toEqual([])
  })

  it('is asked for three times at most', async () => {
    const turnedAway = [transportError(limited)]
    const { chat, opened } = setUp(turnedAway, turnedAway, turnedAway, [finished])
    const events = await collect(chat.reply(request))
    expect({ requests: opened.length, last: events.at(-1) }).toMatchObject({
      requests: 3,
      last: { type: 'reply-error', error: { code: 'rate-limited' } },
    })
  })

  it('is never asked for again after its first word: that was billed', async () => {
    const { chat, opened } = setUp([{ content: 'a' }, transportError(limited)], [finished])
    const events = await collect(chat.reply(request))
    expect({ requests: opened.length, text: textOf(events) }).toEqual({ requests: 1, text: 'a' })
  })

  it('stops at once while it waits for the next try', async () => {
    const { chat } = setUp([transportError(limited)], [finished])
    const events: ReplyEvent[] = []
    for await (const event of chat.reply(request)) {
      events.push(event)
      if (event.type === 'reply-retry') chat.stop(replyId)
    }
    expect(events.at(-1)).toEqual({ type: 'reply-end', replyId, reason: 'stopped' })
  })

  it('goes on where it was cut, without showing the seam twice', async () => {
    const usage_metadata = { input_tokens: 10, output_tokens: 20, total_tokens: 30 }
    const { chat } = setUp([{ content: 'brown' }, { content: ' fox' }, { ...finished, usage_metadata }])
    const before = { text: 'The quick brown', thought: 'Hm.', usage: { input: 2, output: 3 } }
    const events = await collect(chat.reply({ ...request, before }))
    expect(events[0]).toEqual({ type: 'reply-resume', replyId })
    expect(events.find(({ type }) => type === 'reply-delta')).toMatchObject({ at: 15, text: ' fox' })
    expect(events.find(({ type }) => type === 'reply-usage')).toMatchObject({
      usage: { input: 12, output: 23 },
    })
  })

  it('keeps what looks like a repetition from a model that goes on exactly', async () => {
    const { chat } = setUp([{ content: '    return 1' }, finished])
    const before = { text: 'def f():\n    if x:\n    ', thought: '' }
    const events = await collect(chat.reply({ ...request, before, goesOnExactly: true }))
    expect(textOf(events)).toBe('    return 1')
  })

  it('fails with its own event when its history cannot be read', async () => {
    const { chat } = setUp([finished])
    const messages = () => {
      throw new Error('The disk is gone')
    }
    expect((await collect(chat.reply({ ...request, messages }))).at(-1)).toMatchObject({
      type: 'reply-error',
      error: { code: 'unexpected' },
    })
  })

  it('has said what was held back for the seam, and counted what it took, when it fails there', async () => {
    const { chat } = setUp([{ content: 'bro' }, new Error('boom')])
    const before = { text: 'The quick brown', thought: '', usage: { input: 2, output: 3 } }
    const events = await collect(chat.reply({ ...request, before }))
    expect(textOf(events)).toBe('bro')
    expect(events.slice(-2)).toMatchObject([
      { type: 'reply-usage', usage: { isEstimate: true } },
      { type: 'reply-error' },
    ])
  })

  it('adds every figure of a continuation to what was taken before, and says that a part is an estimate', async () => {
    const usage_metadata = {
      ...{ input_tokens: 10, output_tokens: 20, total_tokens: 30 },
      input_token_details: { cache_read: 5 },
      output_token_details: { reasoning: 4 },
    }
    const { chat } = setUp([{ content: 'Hi' }, { ...finished, usage_metadata }])
    const usage = { input: 2, output: 3, thought: 1, cached: 1, isEstimate: true }
    const events = await collect(chat.reply({ ...request, before: { text: 'One', thought: '', usage } }))
    expect(events.find(({ type }) => type === 'reply-usage')).toMatchObject({
      usage: { input: 12, output: 23, thought: 5, cached: 6, isEstimate: true },
    })
  })

  it('is kept before it is told, event by event', async () => {
    const { chat, noted } = setUp([{ content: 'a' }, finished])
    for await (const event of chat.reply(request)) {
      if (event.type !== 'reply-delta') expect(noted).toContain(event)
    }
    expect([noted.at(-1)?.type, chat.isBusy()]).toEqual(['reply-end', false])
  })

  it.each([
    ['credentials that are looked for', { openModel: () => new Promise<never>(() => {}) }],
    ['the next try', { openModel: async () => new ScriptedModel([transportError(limited)]) }],
  ])('is stopped though it waits for %s', async (_, { openModel }) => {
    const chat = createChatService({
      ...{ openModel, describe: () => ({}), note: () => undefined, now: () => 0, chance: () => 0 },
      wait: (_ms, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new Error('Aborted')))
        }),
    })
    const events: ReplyEvent[] = []
    for await (const event of chat.reply(request)) {
      events.push(event)
      void setImmediate().then(() => chat.stop(replyId))
    }
    expect(events.at(-1)).toEqual({ type: 'reply-end', replyId, reason: 'stopped' })
  })

  it('ends as stopped, and its request with it, though its class ends quietly', async () => {
    let isAborted = false
    class QuietModel extends ScriptedModel {
      override async *_streamResponseChunks(
        ...[messages, options]: Parameters<ScriptedModel['_streamResponseChunks']>
      ): ReturnType<ScriptedModel['_streamResponseChunks']> {
        options.signal?.addEventListener('abort', () => (isAborted = true))
        yield* super._streamResponseChunks(messages, {})
        await new Promise((resolve) => options.signal?.addEventListener('abort', resolve))
      }
    }
    const parts = {
      ...{ describe: () => ({}), note: () => undefined, now: () => 0, chance: () => 0 },
      openModel: async () => new QuietModel([{ content: 'a' }]),
      wait: () => setImmediate(),
    }
    const chat = createChatService(parts)
    const events: ReplyEvent[] = []
    for await (const event of chat.reply(request)) {
      events.push(event)
      if (event.type === 'reply-delta') chat.stop(replyId)
    }
    expect([events.at(-1), isAborted]).toEqual([{ type: 'reply-end', replyId, reason: 'stopped' }, true])

    isAborted = false
    // Whoever asked has left.
    for await (const event of chat.reply(request)) if (event.type === 'reply-delta') break
    expect([isAborted, chat.isBusy()]).toEqual([true, false])
  })

  it('ends as stopped when it is stopped before its first word', async () => {
    const { chat } = setUp(['hang'])
    const events: ReplyEvent[] = []
    for await (const event of chat.reply(request)) {
      events.push(event)
      void setImmediate().then(() => chat.stop(replyId))
    }
    expect(events).toEqual([
      { type: 'reply-start', replyId },
      { type: 'reply-end', replyId, reason: 'stopped' },
    ])
  })
})

function textOf(events: readonly ReplyEvent[]): string {
  return events
    .map((event) => (event.type === 'reply-delta' && event.kind === 'text' ? event.text : ''))
    .join('')
}
