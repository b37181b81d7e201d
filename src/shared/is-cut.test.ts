import { expect, it } from 'vitest'

import { isCut } from './is-cut'
import type { ReplyProgress } from './message'

const error = { code: 'request-refused', detail: '' } as const

it.each<readonly [ReplyProgress, boolean]>([
  [{ status: 'waiting' }, false],
  [{ status: 'streaming' }, false],
  [{ status: 'ended', reason: 'complete' }, false],
  [{ status: 'ended', reason: 'blocked' }, false],
  [{ status: 'ended', reason: 'stopped' }, true],
  [{ status: 'ended', reason: 'length' }, true],
  [{ status: 'failed', error }, true],
])('tells of a reply that is %j whether it was cut: %s', (progress, expected) => {
  expect(isCut({ progress })).toBe(expected)
})
