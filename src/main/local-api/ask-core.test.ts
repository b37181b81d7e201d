import { expect, it } from 'vitest'

import type { ReplyEvent } from '#shared/reply-event'

import { collect } from '../testing/collect'
import { askCore } from './ask-core'

it('stops a reply that nobody waits for any more, also when they left before it had begun', async () => {
  const stopped: string[] = []
  let asked = ''
  const chat = {
    stop: (replyId: string) => void stopped.push(replyId),
    reply: async function* ({ replyId }: { readonly replyId: string }): AsyncGenerator<ReplyEvent> {
      asked = replyId
      yield { type: 'reply-start', replyId }
      yield { type: 'reply-end', replyId, reason: 'stopped' }
    },
  }
  const heard = await collect(askCore(chat, { modelId: 'a/b', messages: [] }, AbortSignal.abort()))
  expect([heard.length, new Set(stopped)]).toEqual([1, new Set([asked])])
})
