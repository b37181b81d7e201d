import fc from 'fast-check'
import { expect, it } from 'vitest'

import { alignClocks, type ClockReading } from './align-clocks'

it('takes what all readings leave possible, which is less than the best of them leaves', () => {
  const readings: readonly ClockReading[] = [
    { askedAt: 1000, theirs: 204, answeredAt: 1010 },
    { askedAt: 2000, theirs: 1206, answeredAt: 2008 },
  ]
  expect(alignClocks(readings)).toEqual({ offsetMs: 799, errorMs: 3 })
})

it('is never wrong by more than it says, however lopsided the ways are', () => {
  const ways = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
  const trips = fc.array(ways, { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1000 }), trips, (offset, all) => {
      const { offsetMs, errorMs } = alignClocks(
        all.map(([there, back], turn) => read(turn * 1000, offset, [there, back])),
      )
      expect(Math.abs(offsetMs - offset)).toBeLessThanOrEqual(errorMs)
    }),
  )
})

function read(askedAt: number, offset: number, [there, back]: readonly [number, number]): ClockReading {
  return { askedAt, theirs: askedAt + there - offset, answeredAt: askedAt + there + back }
}
