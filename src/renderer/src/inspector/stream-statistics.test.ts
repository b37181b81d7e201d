import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Arrival } from '#shared/arrival'

import { createStreamStatistics, toTokensPerSecond, type StreamFigures } from './stream-statistics'
import { anyArrivals, textAt } from './testing/arrivals'

function measure(...batches: readonly (readonly Arrival[])[]): StreamFigures {
  const statistics = createStreamStatistics()
  batches.forEach(statistics.take)
  return statistics.read()
}

const thoughtThenText: readonly Arrival[] = [
  { atMs: 100, kind: 'thought', length: 40 },
  { atMs: 200, kind: 'thought', length: 20 },
  { atMs: 700, kind: 'text', length: 10 },
  { atMs: 1_100, kind: 'text', length: 30 },
]

describe('createStreamStatistics', () => {
  it('knows nothing of a stream that has not begun', () => {
    expect(measure()).toEqual({
      firstChunkMs: undefined,
      firstTextMs: undefined,
      durationMs: undefined,
      chunks: 0,
      characters: 0,
      thoughtCharacters: 0,
      charactersPerSecond: undefined,
      gapMs: undefined,
    })
  })

  it('gives one chunk a time and no rate', () => {
    expect(measure(textAt(250))).toEqual({
      firstChunkMs: 250,
      firstTextMs: 250,
      durationMs: 250,
      chunks: 1,
      characters: 3,
      thoughtCharacters: 0,
      charactersPerSecond: undefined,
      gapMs: undefined,
    })
  })

  it('counts a thought, and tells the first chunk from the first word of the answer', () => {
    expect(measure(thoughtThenText)).toEqual({
      firstChunkMs: 100,
      firstTextMs: 700,
      durationMs: 1_100,
      chunks: 4,
      characters: 100,
      thoughtCharacters: 60,
      charactersPerSecond: 60,
      gapMs: { p50: 400, p95: 500, max: 500 },
    })
  })

  it('gives no rate to what came in one instant', () => {
    expect(measure(textAt(250, 250, 250)).charactersPerSecond).toBeUndefined()
  })

  it('says the same however the stream was cut into readings, and takes its quantiles from the sorted gaps', () => {
    fc.assert(
      fc.property(anyArrivals, fc.array(fc.nat({ max: 100 })), (arrivals, cuts) => {
        const ends = [...cuts, arrivals.length].sort((a, b) => a - b)
        const batches = ends.map((end, index) => arrivals.slice(ends[index - 1] ?? 0, end))
        const figures = measure(...batches)
        expect(figures).toEqual(measure(arrivals))

        const gaps = arrivals.slice(1).map(({ atMs }, index) => atMs - arrivals[index]!.atMs)
        gaps.sort((a, b) => a - b)
        const share = (least: number) => gaps.find((_, index) => (index + 1) / gaps.length >= least - 1e-12)
        expect(figures.gapMs).toEqual(
          gaps.length === 0 ? undefined : { p50: share(0.5), p95: share(0.95), max: gaps.at(-1) },
        )
      }),
    )
  })
})

describe('toTokensPerSecond', () => {
  const usage = { input: 1, output: 50, thought: 30 }

  it('counts all output where the thought came too, and only what was said where it did not', () => {
    expect(toTokensPerSecond(measure(thoughtThenText), usage)).toBe(30)
    expect(toTokensPerSecond(measure(thoughtThenText.slice(2)), usage)).toBe(37.5)
  })

  it('counts nothing before the usage is known, or where there is no rate', () => {
    expect(toTokensPerSecond(measure(thoughtThenText), undefined)).toBeUndefined()
    expect(toTokensPerSecond(measure(textAt(5)), usage)).toBeUndefined()
  })
})
