import { describe, expect, it } from 'vitest'

import { answer, type Handlers } from './answer'

const replyId = '00000000-0000-4000-8000-000000000001'
const caller = { tell: () => {}, gone: new AbortController().signal }

const handlers: Handlers = {
  openConversation: () => ({ id: replyId, messages: [] }),
  startReply: () => {},
  stopReply: () => {
    throw new Error('boom')
  },
  continueReply: () => {},
  acknowledgeReply: () => {},
  readArrivals: () => ({ arrivals: [] }),
  readRecording: () => ({ isOn: false }),
  switchRecording: () => {},
  saveText: () => ({ savedAs: undefined }),
  listModels: () => ({ models: [], chosenId: '' }),
  chooseModel: () => {},
}

describe('answer', () => {
  it('gives what the handler gave', async () => {
    expect(await answer(handlers, caller, { name: 'openConversation', input: {} })).toEqual({
      ok: true,
      value: { id: replyId, messages: [] },
    })
  })

  it.each(['toString', '__proto__', 'constructor', '', 7, null, undefined, {}])(
    'refuses %j, which the contract does not know',
    async (name) => {
      expect(await answer(handlers, caller, { name, input: {} })).toEqual({
        ok: false,
        error: { code: 'bad-request', detail: 'The contract has no such request.' },
      })
    },
  )

  it.each([undefined, null, 7, [], { replyId: 7 }, { replyId: 'x' }, { replyId, more: 1 }])(
    'refuses the input %j, which does not fit the request',
    async (input) => {
      expect(await answer(handlers, caller, { name: 'stopReply', input })).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      })
    },
  )

  it('returns a thrown error as data', async () => {
    expect(await answer(handlers, caller, { name: 'stopReply', input: { replyId } })).toEqual({
      ok: false,
      error: { code: 'unexpected', detail: 'Error: boom' },
    })
  })
})
