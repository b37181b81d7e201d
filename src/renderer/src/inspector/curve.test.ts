import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { createCurve, sumAt } from './curve'

it('keeps a short line to the millisecond, and of one moment the last sum', () => {
  const curve = createCurve(4)
  for (const [atMs, sum] of [
    [10, 1],
    [10.5, 2],
    [20, 3],
  ] as const)
    curve.add({ atMs, sum })
  expect(curve.read()).toEqual([
    { atMs: 10.5, sum: 2 },
    { atMs: 20, sum: 3 },
  ])
})

it('keeps a long line within the limit, never higher than the true one, and true at its end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 300 }), { minLength: 1, maxLength: 400 }), (gaps) => {
      const curve = createCurve(16)
      let atMs = 0
      const all = gaps.map((gap, index) => ({ atMs: (atMs += gap), sum: index + 1 }))
      all.forEach(curve.add)
      const kept = curve.read()
      expect(kept.length).toBeLessThanOrEqual(16)
      expect(kept.at(-1)).toEqual(all.at(-1))
      for (const point of kept) expect(sumAt(kept, point.atMs)).toBe(sumAt(all, point.atMs))
      for (const point of all) expect(sumAt(kept, point.atMs)).toBeLessThanOrEqual(sumAt(all, point.atMs))
    }),
  )
})

it('still halves a line that comes evenly, instead of losing its beginning', () => {
  const curve = createCurve(600)
  for (let index = 1; index <= 50_000; index++) curve.add({ atMs: index * 2, sum: index })
  const kept = curve.read()
  expect(kept.length).toBeGreaterThan(250)
  expect(kept[0]?.atMs).toBeLessThan(600)
})
