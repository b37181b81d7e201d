import { expect, it } from 'vitest'

import { NOTHING_SPENT } from '#shared/spending'

import { createDayLimit } from './day-limit'

const NOON = new Date(2026, 10, 26, 12).getTime()
const MIDNIGHT = new Date(2026, 10, 27).getTime()

function setUp(limits: { tokens?: number; dollars?: number }) {
  const state = { now: NOON, spent: { ...NOTHING_SPENT }, since: 0 }
  const limit = createDayLimit({
    limits: () => ({ tokens: 0, dollars: 0, ...limits }),
    spentSince: (time) => {
      state.since = time
      return state.spent
    },
    isBilled: (modelId) => modelId !== 'demo/flow',
    now: () => state.now,
  })
  return { ...limit, state, spend: (spent: object) => (state.spent = { ...state.spent, ...spent }) }
}

it('lets everything through without a limit, and what is not billed with one', () => {
  const free = setUp({})
  free.spend({ input: 1e9, dollars: 1e6 })
  const tight = setUp({ tokens: 1 })
  tight.spend({ input: 10 })
  expect([free.judge('a/b'), tight.judge('demo/flow')]).toEqual([undefined, undefined])
})

it('asks once a day has taken as much, in money or in tokens', () => {
  const { judge, spend, state } = setUp({ tokens: 100, dollars: 2 })
  spend({ input: 60, output: 39, dollars: 1.99 })
  expect([judge('a/b'), state.since]).toEqual([undefined, new Date(2026, 10, 26).getTime()])
  spend({ output: 40 })
  expect(judge('a/b')).toEqual({ unit: 'tokens', spent: 100, limit: 100 })
  spend({ dollars: 2 })
  expect(judge('a/b')).toEqual({ unit: 'dollars', spent: 2, limit: 2 })
})

it('asks again when as much again was spent, and on the next day by the limit itself', () => {
  const { judge, allow, spend, state } = setUp({ dollars: 2 })
  spend({ dollars: 2.5 })
  allow()
  expect(judge('a/b')).toBeUndefined()
  spend({ dollars: 4.5 })
  expect(judge('a/b')).toEqual({ unit: 'dollars', spent: 4.5, limit: 2 })
  allow()
  state.now = MIDNIGHT
  spend({ dollars: 2 })
  expect(judge('a/b')).toMatchObject({ spent: 2 })
})
