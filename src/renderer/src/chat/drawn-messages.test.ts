import fc from 'fast-check'
import { expect, it } from 'vitest'

import { drawnMessages } from './drawn-messages'

it('draws all of a short conversation, so that it can be searched and read as one', () => {
  expect(drawnMessages({ count: 3, inView: undefined, kept: [] })).toEqual([0, 1, 2])
})

it('draws what is in view, some around it, and what must not leave', () => {
  expect(drawnMessages({ count: 5_000, inView: [100, 101], kept: [4_999, 3, -1] })).toEqual([
    3, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 4_999,
  ])
})

it('draws each message once, in order, and never more than the view needs', () => {
  const options = fc
    .record({
      count: fc.integer({ min: 1, max: 6_000 }),
      first: fc.nat(5_999),
      seen: fc.nat(20),
      kept: fc.array(fc.nat(6_000), { maxLength: 4 }),
    })
    .filter(({ count, first, seen }) => first + seen < count)
  fc.assert(
    fc.property(options, ({ count, first, seen, kept }) => {
      const drawn = drawnMessages({ count, inView: [first, first + seen], kept })
      expect([...new Set(drawn)].sort((one, other) => one - other)).toEqual(drawn)
      expect(drawn.length).toBeLessThanOrEqual(Math.max(40, seen + 1 + 12 + kept.length))
      for (const index of [first, first + seen, ...kept.filter((one) => one < count)])
        expect(drawn).toContain(index)
    }),
  )
})
