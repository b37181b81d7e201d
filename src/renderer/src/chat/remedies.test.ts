import { expect, it } from 'vitest'

import type { ReplyProgress } from '#shared/message'

import { createReply } from '../testing/messages'
import { type Remedies, remediesFor } from './remedies'

const NONE: Remedies = { canContinue: false, canTryAgain: false }
const AGAIN: Remedies = { canContinue: false, canTryAgain: true }
const BOTH: Remedies = { canContinue: true, canTryAgain: true }

const failed = (code: 'bad-request' | 'request-refused' | 'tls-failed' | 'not-kept'): ReplyProgress => ({
  status: 'failed',
  error: { code, detail: '' },
})

it.each<readonly [ReplyProgress, Remedies, Remedies]>([
  [{ status: 'streaming' }, NONE, NONE],
  [{ status: 'ended', reason: 'complete' }, NONE, NONE],
  [{ status: 'ended', reason: 'blocked' }, NONE, NONE],
  [{ status: 'ended', reason: 'stopped' }, BOTH, AGAIN],
  [failed('tls-failed'), BOTH, AGAIN],
  [failed('not-kept'), BOTH, AGAIN],
  [failed('request-refused'), AGAIN, AGAIN],
  [failed('bad-request'), NONE, NONE],
])('offers for a reply that is %j what can help, with words and without', (progress, withWords, without) => {
  const offered = ['A game', ''].map((text) => remediesFor(createReply({ progress, text })))
  expect(offered).toEqual([withWords, without])
})
