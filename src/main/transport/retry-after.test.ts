import { expect, it } from 'vitest'

import { toRetryAfterSeconds } from './retry-after'

const NOW = Date.parse('Sun, 01 Nov 2026 12:00:00 GMT')

it.each<[string, Record<string, string>, number | undefined]>([
  ['seconds', { 'retry-after': '120' }, 120],
  ['a date', { 'retry-after': 'Sun, 01 Nov 2026 12:00:30 GMT' }, 30],
  ['a date that has passed', { 'retry-after': 'Sun, 01 Nov 2026 11:00:00 GMT' }, 0],
  [
    'a date by the server’s own clock, where ours is wrong',
    { 'retry-after': 'Sun, 01 Nov 2026 10:00:30 GMT', date: 'Sun, 01 Nov 2026 10:00:00 GMT' },
    30,
  ],
  ['nonsense', { 'retry-after': 'soon' }, undefined],
  ['nothing', {}, undefined],
])('understands %s', (_, headers, seconds) => {
  expect(toRetryAfterSeconds(new Headers(headers), NOW)).toBe(seconds)
})
