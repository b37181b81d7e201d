import { expect, it } from 'vitest'

import { createReply } from '../testing/messages'
import { createInspection } from './inspection'
import { createShownLog } from './shown-log'
import { textAt } from './testing/arrivals'
import { toJson } from './to-json'

it('writes what is known of a stream, in the documented shape and without its words', async () => {
  const shownLog = createShownLog(() => 0)
  shownLog.begin('reply-1')
  shownLog.note('reply-1', 6)
  const arrivals = textAt(100, 200)
  const inspection = createInspection({ replyId: 'reply-1', readArrivals: async () => arrivals, shownLog })
  await inspection.read()
  const reply = createReply({ usage: { input: 9, output: 2 }, details: { finishReason: 'STOP' } })
  expect(JSON.parse(toJson(reply, inspection.getInspected()))).toEqual({
    format: 'nagare-stream',
    version: 1,
    reply: {
      id: 'reply-1',
      modelId: 'vertex/gemini-flash',
      status: 'ended',
      reason: 'complete',
      finishReason: 'STOP',
    },
    usage: { input: 9, output: 2 },
    statistics: {
      firstChunkMs: 100,
      firstTextMs: 100,
      durationMs: 200,
      chunks: 2,
      characters: 6,
      thoughtCharacters: 0,
      charactersPerSecond: 30,
      tokensPerSecond: 10,
      gapMs: { p50: 100, p95: 100, max: 100 },
    },
    arrivals,
    shown: [{ atMs: 0, length: 6 }],
  })
})
