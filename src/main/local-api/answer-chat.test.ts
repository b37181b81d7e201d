import { expect, it, onTestFinished } from 'vitest'

import type { EndReason } from '#shared/message'

import { createCallLog } from './call-log'
import { serveLocalApi } from './serve'

const TOKEN = 'nagare-planted-token-0123456789'

async function ask(reason: EndReason, stream: boolean): Promise<string> {
  const api = await serveLocalApi({
    ...{ port: 0, token: () => TOKEN, calls: createCallLog({ now: Date.now, onCall: () => undefined }) },
    onFailure: (cause) => {
      throw cause
    },
    core: {
      chat: {
        stop: () => undefined,
        reply: async function* ({ replyId }) {
          yield { type: 'reply-delta', replyId, kind: 'text', at: 0, text: 'Words' }
          yield { type: 'reply-end', replyId, reason }
        },
      },
      listModels: () => [],
      modelOf: () => 'a/b',
    },
  })
  onTestFinished(api.close)
  const answer = await fetch(`http://127.0.0.1:${api.port}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'default', messages: [{ role: 'user', content: 'Hi' }], stream }),
  })
  return answer.text()
}

it.each([
  ['complete', 'stop'],
  ['stopped', 'stop'],
  ['length', 'length'],
  ['limit', 'length'],
  ['blocked', 'content_filter'],
] as const)('tells of an answer that ended as %s by OpenAI’s word %s', async (reason, word) => {
  const said = await Promise.all([ask(reason, false), ask(reason, true)])
  for (const one of said) expect(one).toContain(`"finish_reason":"${word}"`)
})
