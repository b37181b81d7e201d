import { expect, it } from 'vitest'

import { toStepPath } from './step-path'

it('holds each sum until the next chunk, and the last one to the end', () => {
  const points = [
    { atMs: 10, sum: 3 },
    { atMs: 20.04, sum: 6 },
  ]
  const path = toStepPath(points, 30, { toX: (atMs) => atMs, toY: (sum) => 100 - sum })
  expect(path).toBe('M0 100H10V97H20V94H30')
})
