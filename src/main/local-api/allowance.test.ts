import { expect, it } from 'vitest'

import { createAllowance } from './allowance'

function setUp(perMinute: number) {
  const clock = { now: 1_000 }
  const { take } = createAllowance({ perMinute, now: () => clock.now })
  const takeAll = (most: number): number => {
    let taken = 0
    while (taken < most && take() === undefined) taken += 1
    return taken
  }
  return { clock, take, takeAll }
}

it('lets so many at once, and then says when there is one again, at which moment there is', () => {
  const { clock, take, takeAll } = setUp(30)
  expect(takeAll(100)).toBe(30)
  expect(take()).toBe(2)
  clock.now += 1_999
  expect(take()).toBe(1)
  clock.now += 1
  expect([take(), take()]).toEqual([undefined, 2])
})

it('saves up no more than so many, however long nobody asks', () => {
  const { clock, takeAll } = setUp(30)
  clock.now += 3_600_000
  expect(takeAll(100)).toBe(30)
  clock.now += 3_600_000
  expect(takeAll(100)).toBe(30)
})
