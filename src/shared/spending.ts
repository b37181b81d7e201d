import type { Usage } from './message'
import type { ModelPrice } from './model-choice'

/** What some requests took together, as far as anybody knows. */
export interface Spending extends Required<Omit<Usage, 'isEstimate'>> {
  readonly requests: number
  /** US dollars by the list, of those whose price is known. */
  readonly dollars: number
  /** So many of the requests went to models whose price nobody knows. */
  readonly unpriced: number
  /** Some of it was counted by Nagare, because the provider did not say. */
  readonly isEstimate: boolean
}

export const NOTHING_SPENT: Spending = {
  requests: 0,
  input: 0,
  output: 0,
  thought: 0,
  cached: 0,
  dollars: 0,
  unpriced: 0,
  isEstimate: false,
}

/** What requests to one model took. */
export interface ModelSpending extends Usage {
  readonly modelId: string
  readonly requests: number
}

export function sumSpending(
  parts: readonly ModelSpending[],
  priceOf: (modelId: string) => ModelPrice | undefined,
): Spending {
  return parts.reduce((sum, part) => addSpending(sum, part, priceOf(part.modelId)), NOTHING_SPENT)
}

/** With what some more requests to one model took. */
export function addSpending(
  sum: Spending,
  part: Omit<ModelSpending, 'modelId'>,
  price: ModelPrice | undefined,
): Spending {
  return {
    requests: sum.requests + part.requests,
    input: sum.input + part.input,
    output: sum.output + part.output,
    thought: sum.thought + (part.thought ?? 0),
    cached: sum.cached + (part.cached ?? 0),
    dollars: sum.dollars + (price === undefined ? 0 : costOf(part, price)),
    unpriced: sum.unpriced + (price === undefined ? part.requests : 0),
    isEstimate: sum.isEstimate || part.isEstimate === true,
  }
}

const TOKENS_PER_PRICE = 1_000_000

/** What a reply cost by the list, in US dollars. Discounts and taxes are between the user and the provider. */
export function costOf({ input, output, cached = 0 }: Usage, price: ModelPrice): number {
  const fresh = Math.max(0, input - cached)
  const read = fresh * price.input + cached * (price.cached ?? price.input)
  return (read + output * price.output) / TOKENS_PER_PRICE
}
