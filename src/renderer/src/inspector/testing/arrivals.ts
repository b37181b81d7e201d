import * as fc from 'fast-check'

import type { Arrival } from '#shared/arrival'

/** Chunks of the answer at these moments, of three characters each. */
export function textAt(...moments: readonly number[]): readonly Arrival[] {
  return moments.map((atMs) => ({ atMs, kind: 'text', length: 3 }))
}

/** Any stream: thoughts and text, empty chunks, several in one instant. */
export const anyArrivals: fc.Arbitrary<readonly Arrival[]> = fc
  .array(
    fc.record({
      gap: fc.nat({ max: 5_000 }),
      kind: fc.constantFrom('text' as const, 'thought' as const),
      length: fc.nat({ max: 50 }),
    }),
  )
  .map((steps) => {
    let atMs = 0
    return steps.map(({ gap, kind, length }) => ({ atMs: (atMs += gap), kind, length }))
  })
