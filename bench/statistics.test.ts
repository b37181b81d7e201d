import { expect, it } from 'vitest'

import { median, percentile, toSpread } from './statistics'

const HUNDRED = Array.from({ length: 100 }, (_, index) => 100 - index)

it('gives the nearest rank, a sample that there really was', () => {
  expect(toSpread(HUNDRED)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 })
  expect(percentile([3, 1], 0.95)).toBe(3)
})

it('does not order numbers as words', () => {
  expect(median([9, 10, 100])).toBe(10)
})

it('says that nothing was measured', () => {
  expect(median([])).toBeNaN()
})
