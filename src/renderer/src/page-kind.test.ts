import { expect, it } from 'vitest'

import { readPageKind } from './page-kind'

it.each([
  ['', { isQuick: false, isPseudo: false }],
  ['#quick', { isQuick: true, isPseudo: false }],
  ['#pseudo', { isQuick: false, isPseudo: true }],
  ['#quick,pseudo', { isQuick: true, isPseudo: true }],
  ['#quicksand', { isQuick: false, isPseudo: false }],
])('reads %j', (hash, kind) => {
  expect(readPageKind(hash)).toEqual(kind)
})
