import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { toPlotScale } from './plot-scale'

it.each([
  [1_176, 4, [0, 500, 1_000, 1_500]],
  [1_000, 5, [0, 200, 400, 600, 800, 1_000]],
  [1, 4, [0, 0.5, 1]],
])('divides %d in at most %d readable steps', (highest, mostSteps, ticks) => {
  expect(toPlotScale(highest, mostSteps).ticks).toHaveLength(ticks.length)
  toPlotScale(highest, mostSteps).ticks.forEach((tick, index) => expect(tick).toBeCloseTo(ticks[index]!))
})

it('reaches every value, with at most so many steps', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1e9, noNaN: true }),
      fc.integer({ min: 1, max: 10 }),
      (highest, most) => {
        const { end, ticks } = toPlotScale(highest, most)
        expect(end).toBeGreaterThanOrEqual(highest * (1 - 1e-9))
        expect(ticks.length - 1).toBeLessThanOrEqual(most)
      },
    ),
  )
})
