import { expect, it } from 'vitest'

import { createRefusalAlarm } from './refusal-alarm'

const refusal = (code: string) => Object.assign(new Error('refused'), { code })
const FULL = refusal('SQLITE_FULL')

it('tells of a full disk once until it was seen, and then leaves the user ten minutes', async () => {
  let now = 0
  const seen: (() => void)[] = []
  const raise = createRefusalAlarm({
    say: () => new Promise<void>((resolve) => seen.push(resolve)),
    now: () => now,
  })
  for (let time = 0; time < 3; time++) raise(FULL)
  expect(seen).toHaveLength(1)
  seen[0]?.()
  await new Promise(setImmediate)
  now = 599_999
  raise(FULL)
  expect(seen).toHaveLength(1)
  now = 600_000
  raise(FULL)
  expect(seen).toHaveLength(2)
})

it.each([
  ['a bug', new Error('oops')],
  ['damage', refusal('SQLITE_CORRUPT')],
])('does not call %s a full disk', (_, cause) => {
  let isSaid = false
  createRefusalAlarm({ say: async () => (isSaid = true), now: () => 0 })(cause)
  expect(isSaid).toBe(false)
})
