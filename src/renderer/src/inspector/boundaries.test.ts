import { expect, it } from 'vitest'

import type { Arrival } from '#shared/arrival'

import { boundaries } from './boundaries'

const arrivals: readonly Arrival[] = [
  { atMs: 1, kind: 'thought', length: 9 },
  { atMs: 2, kind: 'text', length: 0 },
  { atMs: 3, kind: 'text', length: 4 },
  { atMs: 4, kind: 'thought', length: 2 },
  { atMs: 5, kind: 'text', length: 0 },
  { atMs: 6, kind: 'text', length: 1 },
  { atMs: 7, kind: 'text', length: 5 },
]

it('finds where chunks of one kind meet, and no seam beside an empty one', () => {
  expect([boundaries(arrivals, 'text'), boundaries(arrivals, 'thought')]).toEqual([[4, 5], [9]])
})
