import { expect, it } from 'vitest'

import { findRanges } from './find-ranges'

it('takes a sign that was found in part for found as a whole', () => {
  expect(findRanges('a ﬁsh', ['f', 'i'])).toEqual([
    { start: 2, end: 3 },
    { start: 2, end: 3 },
  ])
})

it('finds each word in order, however it is written, and no word nowhere', () => {
  expect(findRanges('River と ﾘﾊﾞｰ', ['りばー', 'river', ''])).toEqual([
    { start: 0, end: 5 },
    { start: 8, end: 12 },
  ])
})
