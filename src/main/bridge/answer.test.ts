import { describe, expect, it } from 'vitest'

import { answer, type Handlers } from './answer'
import { appFailure } from './app-failure'

const replyId = '00000000-0000-4000-8000-000000000001'
const caller = { tell: () => {}, gone: new AbortController().signal }

/** Those that are asked here. */
const handlers = {
  openConversation: () => ({ id: replyId, messages: [] }),
  stopReply: () => {
    throw new Error('boom')
  },
} as unknown as Handlers

const failures: unknown[] = []
const options = { handlers, onFailure: (...failure: unknown[]) => failures.push(failure) }

describe('answer', () => {
  it('gives what the handler gave', async () => {
    expect(await answer(options, caller, { name: 'openConversation', input: {} })).toEqual({
      ok: true,
      value: { id: replyId, messages: [] },
    })
  })

  it.each(['toString', '__proto__', 'constructor', '', 7, null, undefined, {}])(
    'refuses %j, which the contract does not know',
    async (name) => {
      expect(await answer(options, caller, { name, input: {} })).toEqual({
        ok: false,
        error: { code: 'bad-request', detail: 'The contract has no such request.' },
      })
    },
  )

  it.each([undefined, null, 7, [], { replyId: 7 }, { replyId: 'x' }, { replyId, more: 1 }])(
    'refuses the input %j, which does not fit the request',
    async (input) => {
      expect(await answer(options, caller, { name: 'stopReply', input })).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      })
    },
  )

  it('returns a thrown error as data', async () => {
    expect(await answer(options, caller, { name: 'stopReply', input: { replyId } })).toEqual({
      ok: false,
      error: { code: 'unexpected', detail: 'Error: boom' },
    })
    expect(failures).toEqual([['stopReply', new Error('boom')]])
  })

  it('waits for what is answered later, be it a value or a failure', async () => {
    const later = {
      ...options,
      handlers: {
        ...handlers,
        openConversation: async () => ({ id: replyId, messages: [] }),
        stopReply: async () => Promise.reject(appFailure('not-kept', 'full')),
      },
    }
    expect(await answer(later, caller, { name: 'openConversation', input: {} })).toEqual({
      ok: true,
      value: { id: replyId, messages: [] },
    })
    expect(await answer(later, caller, { name: 'stopReply', input: { replyId } })).toMatchObject({
      ok: false,
      error: { code: 'not-kept' },
    })
  })

  it('tells the page neither a key nor a code of its own making', async () => {
    const key = `AIza${'x'.repeat(35)}`
    const failing = {
      ...options,
      handlers: {
        ...handlers,
        stopReply: () => {
          throw appFailure('provider-failed', `refused ${key}`)
        },
      },
    }
    const told = await answer(failing, caller, { name: 'stopReply', input: { replyId } })
    expect(told).toMatchObject({ ok: false, error: { code: 'provider-failed' } })
    expect(JSON.stringify(told)).not.toContain(key)
  })
})
