import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Arrival } from '#shared/arrival'

import { decodeArrivals, encodeArrivals } from './arrivals'

const arrivals = fc
  .array(
    fc.record({
      step: fc.nat({ max: 10_000_000_000 }),
      kind: fc.constantFrom('text' as const, 'thought' as const),
      length: fc.nat(),
    }),
  )
  .map((chunks) => {
    let microseconds = 0
    return chunks.map(({ step, kind, length }): Arrival => {
      microseconds += step
      return { atMs: microseconds / 1_000, kind, length }
    })
  })

describe('arrivals', () => {
  it('come out as they went in, whole or written in two parts', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(), (all, cut) => {
        const first = all.slice(0, cut % (all.length + 1))
        const rest = encodeArrivals(all.slice(first.length), first.at(-1)?.atMs)
        expect(decodeArrivals(encodeArrivals(all))).toEqual(all)
        expect(decodeArrivals(Buffer.concat([encodeArrivals(first), rest]))).toEqual(all)
      }),
    )
  })

  it('take four bytes for a usual chunk', () => {
    const usual = Array.from({ length: 1_000 }, (_, index) => ({
      atMs: index * 30,
      kind: 'text' as const,
      length: 6,
    }))
    expect(encodeArrivals(usual).length).toBeLessThanOrEqual(4_000)
  })
})
