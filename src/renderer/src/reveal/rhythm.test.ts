import { describe, expect, it } from 'vitest'

import { LONGEST_SPREAD_MS, nextRhythm, spreadMs, UNKNOWN_RHYTHM } from './rhythm'

/** The spread after a hundred gaps that repeat these. */
function spreadAfter(gaps: readonly number[]): number {
  let rhythm = UNKNOWN_RHYTHM
  for (let index = 0; index < 100; index++) rhythm = nextRhythm(rhythm, gaps[index % gaps.length] ?? 0)
  return Math.round(spreadMs(rhythm))
}

describe('spreadMs', () => {
  it('lasts until the next arrival when the rhythm is regular', () => {
    expect([100, 150, 250].map((gap) => spreadAfter([gap]))).toEqual([100, 150, 250])
  })

  it('covers the longer gaps of an irregular rhythm', () => {
    expect(spreadAfter([20, 60])).toBeGreaterThan(60)
  })

  it('still spans a few frames when text comes all the time', () => {
    expect(spreadAfter([5])).toBe(60)
  })

  it('never lasts longer than a reader should wait, however slow or wild the rhythm', () => {
    expect(spreadAfter([900])).toBe(LONGEST_SPREAD_MS)
    expect(spreadAfter([1, 319])).toBe(LONGEST_SPREAD_MS)
  })
})

describe('nextRhythm', () => {
  it('forgets a long pause within a second of brisk text', () => {
    let rhythm = nextRhythm(nextRhythm(UNKNOWN_RHYTHM, 60), 60_000)
    for (let arrival = 0; arrival < 30; arrival++) rhythm = nextRhythm(rhythm, 33)
    expect(spreadMs(rhythm)).toBeLessThan(100)
  })
})
