import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { expect, it } from 'vitest'

import { captureRequest } from './capture-request'

/** A model that asks for a token, and then for its answer at this address. */
function modelThatAsks(fetch: typeof globalThis.fetch, address: string): BaseChatModel {
  const stream = async () => {
    await fetch('https://auth.example/token', { method: 'POST', body: new URLSearchParams({ grant: 'x' }) })
    await fetch(address, { method: 'POST', body: '{"seed":1}', headers: { authorization: 'Bearer secret' } })
    throw new Error('It was sent.')
  }
  return { stream } as never
}

it('catches the request, lets the token through, and shows no secret of the address', async () => {
  const sent: string[] = []
  const fetch: typeof globalThis.fetch = async (input) => {
    sent.push(String(input))
    return new Response('{}')
  }
  const shown = await captureRequest({
    open: async (captured) =>
      modelThatAsks(captured, 'https://user:secret@api.example/v1?key=secret&alt=sse'),
    messages: [],
    fetch,
  })
  expect(sent).toEqual(['https://auth.example/token'])
  expect(shown).toEqual({
    method: 'POST',
    address: 'https://api.example/v1?alt=sse',
    body: '{\n  "seed": 1\n}',
  })
})

it('rejects with what goes wrong before there is a request', async () => {
  const open = () => Promise.reject(new Error('no key'))
  await expect(captureRequest({ open, messages: [], fetch: globalThis.fetch })).rejects.toThrow('no key')
})
