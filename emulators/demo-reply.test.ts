import { expect, it } from 'vitest'

import { demoReply } from './demo-reply'
import type { SeenRequest } from './vertex/vertex-emulator'

function promptedWith(...prompts: readonly string[]): SeenRequest {
  const contents = prompts.map((text) => ({ role: 'user', parts: [{ text }] }))
  return { method: 'POST', host: '', path: '', headers: {}, body: { contents }, startedAt: 0, sentBytes: 0 }
}

it.each([
  ['fault:429', { kind: 'status', status: 429 }],
  ['please fault:reset now', { kind: 'reset', afterChunks: 12 }],
  ['fault:silence', { kind: 'stall', afterChunks: 0 }],
  ['fault:error-in-stream', { kind: 'error-in-stream', afterChunks: 12, status: 503 }],
  ['fault:unheard-of', undefined],
  ['default:429', undefined],
])('makes of the prompt "%s" the fault it names', (prompt, fault) => {
  expect(demoReply(promptedWith(prompt)).fault).toEqual(fault)
})

it('forgets a fault when the next prompt does not name it', () => {
  expect(demoReply(promptedWith('fault:429', 'Hello')).fault).toBeUndefined()
})

it.each([
  ['fault:safety', 'SAFETY'],
  ['fault:max-tokens', 'MAX_TOKENS'],
  ['Hello', 'STOP'],
])('ends the reply to "%s" with %s', (prompt, finishReason) => {
  expect(demoReply(promptedWith(prompt)).chunks.at(-1)?.candidates?.[0]?.finishReason).toBe(finishReason)
})
