import { expect, it } from 'vitest'

import { walkCauses } from './walk-causes'

it('goes from an error to what caused it, and stops at what is no error', () => {
  const inner = new Error('inner', { cause: 'a word' })
  const outer = new Error('outer', { cause: inner })
  expect([[...walkCauses(outer)], [...walkCauses('a word')]]).toEqual([[outer, inner], []])
})

it('is not led in circles by an error that is its own cause', () => {
  const round = new Error('round')
  round.cause = round
  expect([...walkCauses(round)]).toHaveLength(10)
})
