import { expect, it } from 'vitest'

import { createShownLog } from './shown-log'

it('times what is shown from the start of its reply', () => {
  let now = 1_000
  const log = createShownLog(() => now)
  log.begin('a')
  now = 1_400
  log.note('a', 5)
  now = 1_450
  log.note('a', 9)
  expect(log.read('a')).toEqual([
    { atMs: 400, sum: 5 },
    { atMs: 450, sum: 9 },
  ])
  expect(log.elapsedMs('a')).toBe(450)
})

it('draws no line from a zero that it does not know', () => {
  const log = createShownLog(() => 7)
  log.note('before', 5)
  log.begin('resumed')
  log.note('resumed', 5)
  log.forget('resumed')
  log.note('resumed', 9)
  expect([log.read('before'), log.read('resumed'), log.elapsedMs('resumed')]).toEqual([[], [], undefined])
})

it('forgets the oldest reply before it grows without end', () => {
  const log = createShownLog(() => 7)
  for (let index = 0; index <= 32; index++) log.begin(`reply-${index}`)
  expect([log.elapsedMs('reply-0'), log.elapsedMs('reply-1')]).toEqual([undefined, 0])
})
