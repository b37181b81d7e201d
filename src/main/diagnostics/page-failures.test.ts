import { expect, it } from 'vitest'

import { requests } from '#shared/contract'

import type { LogLine } from './log'
import { createPageFailures } from './page-failures'

const failure = { place: 'window', kind: 'TypeError', frames: ['assets/index-B7dx.js:1:204'] } as const

it('writes what broke, and counts what it may not write', () => {
  const lines: LogLine[] = []
  const left = [undefined, 3, 3, undefined]
  const report = createPageFailures({ log: { write: (line) => lines.push(line) }, take: () => left.shift() })
  for (let times = 0; times < 4; times += 1) report({ ...failure, frames: [...failure.frames] })
  expect(lines.map(({ fields }) => fields)).toEqual([failure, { ...failure, leftOut: 2 }])
})

it.each([
  { ...failure, kind: 'What the user wrote' },
  { ...failure, frames: ['at a place that the user wrote'] },
  { ...failure, frames: Array.from({ length: 13 }, () => 'assets/index.js:1:1') },
  { ...failure, place: 'elsewhere' },
  { ...failure, message: 'What the user wrote' },
])('lets a page say nothing in its own words: %j', (said) => {
  expect(requests.reportFailure.safeParse(failure).success).toBe(true)
  expect(requests.reportFailure.safeParse(said).success).toBe(false)
})
