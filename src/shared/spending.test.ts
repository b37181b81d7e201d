import { expect, it } from 'vitest'

import type { Usage } from '#shared/message'
import type { ModelPrice } from '#shared/model-choice'

import { costOf, sumSpending } from './spending'

const price = { input: 2, output: 10, date: '2026-11-22' }

interface Case {
  readonly usage: Usage
  readonly price: ModelPrice
  readonly dollars: number
}

const MILLION = 1_000_000

it.each<[name: string, of: Case]>([
  ['what was read and said', { usage: { input: MILLION, output: MILLION / 2 }, price, dollars: 7 }],
  [
    'what came from the cache at its own price',
    { usage: { input: MILLION, output: 0, cached: 400_000 }, price: { ...price, cached: 0.5 }, dollars: 1.4 },
  ],
  [
    'what came from the cache in full where it has no price',
    { usage: { input: MILLION, output: 0, cached: 400_000 }, price, dollars: 2 },
  ],
  [
    'nothing below zero where a provider counts the cache beside the input',
    { usage: { input: 100, output: 0, cached: 200 }, price: { ...price, cached: 0 }, dollars: 0 },
  ],
])('counts %s', (_, { usage, price: of, dollars }) => {
  expect(costOf(usage, of)).toBeCloseTo(dollars, 9)
})

it('adds up what has a price, and counts what has none', () => {
  const sum = sumSpending(
    [
      { modelId: 'a', requests: 2, input: MILLION, output: 0, thought: 5, cached: 0 },
      { modelId: 'b', requests: 3, input: 1, output: 2, isEstimate: true },
    ],
    (modelId) => (modelId === 'a' ? price : undefined),
  )
  expect(sum).toEqual({
    ...{ requests: 5, input: MILLION + 1, output: 2, thought: 5, cached: 0 },
    ...{ dollars: 2, unpriced: 3, isEstimate: true },
  })
})
