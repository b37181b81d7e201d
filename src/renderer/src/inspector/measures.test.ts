import { expect, it } from 'vitest'

import { toAmount, toDuration, toPlain } from './measures'

it.each([
  [0.4567, 'en', '0.457 ms'],
  [18, 'en', '18 ms'],
  [412.345, 'en', '412 ms'],
  [999.6, 'en', '1 s'],
  [4_431, 'en', '4.43 s'],
  [75_432, 'ja', '75.4 s'],
  [1_234_567, 'en', '1,235 s'],
  [undefined, 'ja', '–'],
])('writes a duration of %d ms in %s as %s', (ms, locale, text) => {
  expect(toPlain(toDuration(ms, locale))).toBe(text)
})

it.each([
  [8.256, '8.26'],
  [78.46, '78.5'],
  [12_345.6, '12,346'],
  [undefined, '–'],
])('writes %d as %s', (amount, text) => {
  expect(toPlain(toAmount(amount, 'en'))).toBe(text)
})
