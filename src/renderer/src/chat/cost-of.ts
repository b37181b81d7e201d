import type { Usage } from '#shared/message'
import type { ModelPrice } from '#shared/model-choice'

const TOKENS_PER_PRICE = 1_000_000

/** What a reply cost by the list, in US dollars. Discounts and taxes are between the user and the provider. */
export function costOf({ input, output, cached = 0 }: Usage, price: ModelPrice): number {
  const fresh = Math.max(0, input - cached)
  const read = fresh * price.input + cached * (price.cached ?? price.input)
  return (read + output * price.output) / TOKENS_PER_PRICE
}
