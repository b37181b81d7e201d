import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { charactersDue } from './pace'

describe('charactersDue', () => {
  it('types what arrived together evenly over its time', () => {
    const burst = [200, 200, 200, 200]
    expect([0, 50, 100, 150, 200].map((ms) => charactersDue(burst, ms))).toEqual([0, 1, 2, 3, 4])
  })

  it('goes faster with a longer queue', () => {
    expect(charactersDue(Array<number>(40).fill(200), 50)).toBe(10)
  })

  it('keeps its pace when the next burst comes in time', () => {
    const secondHalf = [100, 100]
    const nextBurst = [300, 300, 300, 300]
    expect(charactersDue([...secondHalf, ...nextBurst], 50)).toBe(1)
  })

  it('shows at once what is late, and only that, however long the frame took', () => {
    expect(charactersDue([-5, 40, 1000, 1000], 50)).toBe(2)
  })

  it('takes account of the part of the first character that is paid for', () => {
    expect(charactersDue([100], 50, 0.5)).toBe(0.25)
  })

  it('owes nothing when nothing waits', () => {
    expect(charactersDue([], 1000)).toBe(0)
  })

  it('is never late, never ahead of the queue, and never goes back', () => {
    const deadlines = fc.array(fc.integer({ min: -50, max: 400 }), { maxLength: 80 })
    fc.assert(
      fc.property(deadlines, fc.integer({ min: 0, max: 500 }), (dueInMs, elapsed) => {
        const due = charactersDue(dueInMs, elapsed)
        const lastLate = dueInMs.findLastIndex((inMs) => inMs <= elapsed)
        expect(due).toBeGreaterThanOrEqual(lastLate + 1)
        expect(due).toBeLessThanOrEqual(dueInMs.length)
        expect(charactersDue(dueInMs, elapsed + 10)).toBeGreaterThanOrEqual(due)
      }),
    )
  })
})
