import { expect, it } from 'vitest'

import type { Usage } from '#shared/message'
import type { ModelPrice } from '#shared/model-choice'

import { costOf } from './cost-of'

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
