import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createFakeFrames } from '../testing/fake-frames'
import { completeWords } from './line-breaks'
import { createReveal } from './reveal'
import { NASTY_CHARACTERS, someSteps } from './testing/nasty-text'
import type { ReadingManner } from './waiting-text'

const LONGEST_LAG_MS = 400

interface Arrival {
  readonly afterMs: number
  readonly text: string
}

/**
 * The greatest age that a character reached before it was shown, in milliseconds: looked at just before
 * each frame is drawn, when it is worst, and until all is shown. The text ends with its last arrival.
 */
function greatestLag(arrivals: readonly Arrival[], frameMs: number, manner: ReadingManner = {}): number {
  const frames = createFakeFrames()
  const reveal = createReveal(frames, { text: '', isLive: true }, manner)
  const arrivedAt: number[] = []
  let text = ''
  let nextFrame = frameMs
  let greatest = 0

  function drawUntil(time: number): void {
    for (; nextFrame <= time; nextFrame += frameMs) {
      frames.wait(nextFrame - frames.now())
      const oldest = arrivedAt[reveal.getShown().length]
      if (oldest !== undefined) greatest = Math.max(greatest, nextFrame - oldest)
      frames.advance(0)
    }
  }

  for (const [index, arrival] of arrivals.entries()) {
    const time = frames.now() + arrival.afterMs
    drawUntil(time)
    frames.wait(time - frames.now())
    for (let unit = 0; unit < arrival.text.length; unit++) arrivedAt.push(time)
    text += arrival.text
    reveal.follow({ text, isLive: index < arrivals.length - 1 })
  }
  drawUntil(frames.now() + 1000)
  expect(reveal.getShown()).toBe(text)
  return greatest
}

const frameMs = fc.constantFrom(1000 / 144, 1000 / 60, 1000 / 30)
const characters = fc.constantFrom(...Object.values(NASTY_CHARACTERS), ...'abc de。漢字')

describe('the reveal is at most 400 ms behind', () => {
  it.each([30, 41, 100, 300, 1000, 10_000])('at %i characters per second, one by one', (rate) => {
    const arrivals = Array.from({ length: rate * 3 }, () => ({ afterMs: 1000 / rate, text: 'x' }))
    expect(greatestLag(arrivals, 1000 / 60)).toBeLessThanOrEqual(LONGEST_LAG_MS)
  })

  it.each([30, 41, 100, 300, 1000, 10_000])(
    'at %i characters per second, in three bursts a second',
    (rate) => {
      const arrivals = Array.from({ length: 12 }, () => ({ afterMs: 1000 / 3, text: 'x'.repeat(rate / 3) }))
      expect(greatestLag(arrivals, 1000 / 60)).toBeLessThanOrEqual(LONGEST_LAG_MS)
    },
  )

  it('when bursts of 1 to 60 characters arrive 20 to 100 times a second', () => {
    const burst = fc.record({
      afterMs: fc.double({ min: 10, max: 50, noNaN: true }),
      text: fc.array(characters, { minLength: 1, maxLength: 60 }).map((parts) => parts.join('')),
    })
    fc.assert(
      fc.property(fc.array(burst, { minLength: 1, maxLength: 60 }), frameMs, (arrivals, frame) => {
        expect(greatestLag(arrivals, frame)).toBeLessThanOrEqual(LONGEST_LAG_MS)
      }),
      { numRuns: 100 },
    )
  })

  it('whatever the rhythm: brisk, then silent, then a flood', () => {
    const arrival = fc.record({
      afterMs: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2000 })),
      text: fc.oneof(
        characters,
        fc.integer({ min: 1, max: 3000 }).map((count) => 'x'.repeat(count)),
      ),
    })
    fc.assert(
      fc.property(fc.array(arrival, { minLength: 1, maxLength: 30 }), frameMs, (arrivals, frame) => {
        expect(greatestLag(arrivals, frame)).toBeLessThanOrEqual(LONGEST_LAG_MS)
      }),
      { numRuns: 100 },
    )
  })

  it('and whatever of the text a reader sees, and whatever its words are', () => {
    const arrival = fc.record({
      afterMs: fc.integer({ min: 0, max: 600 }),
      text: fc.array(characters, { minLength: 1, maxLength: 40 }).map((parts) => parts.join('')),
    })
    fc.assert(
      fc.property(
        fc.array(arrival, { minLength: 1, maxLength: 30 }),
        someSteps,
        frameMs,
        (arrivals, steps, frame) => {
          const manner = { createFindSteps: steps, findComplete: completeWords }
          expect(greatestLag(arrivals, frame, manner)).toBeLessThanOrEqual(LONGEST_LAG_MS)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('and much less than that when text comes briskly and evenly', () => {
    const arrivals = Array.from({ length: 100 }, () => ({ afterMs: 25, text: 'four' }))
    expect(greatestLag(arrivals, 1000 / 60)).toBeLessThanOrEqual(LONGEST_LAG_MS / 2)
  })
})
