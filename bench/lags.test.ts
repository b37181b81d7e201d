import { expect, it } from 'vitest'

import { lagsBetween } from './lags'

it('times each length by the first sight of at least so much', () => {
  const source = [
    { length: 5, at: 100 },
    { length: 9, at: 110 },
    { length: 12, at: 120 },
  ]
  const goal = [
    { length: 2, at: 101 },
    { length: 10, at: 116 },
    { length: 12, at: 121 },
  ]
  expect(lagsBetween(source, goal)).toEqual([16, 6, 1])
})

it('does not take a length that never came for one that came at once', () => {
  expect(() => lagsBetween([{ length: 5, at: 0 }], [{ length: 4, at: 1 }])).toThrow('5 characters')
})
