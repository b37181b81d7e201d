import { readFileSync } from 'node:fs'

import { z } from 'zod'

import type { ModelPrice } from '#shared/model-choice'

const amount = z.number().nonnegative()

/** US dollars for a million tokens, by the model's name, and when they were looked up. */
const priceFile = z.object({
  date: z.iso.date(),
  models: z.record(z.string(), z.object({ input: amount, output: amount, cached: amount.optional() })),
})

export type Prices = Readonly<Record<string, ModelPrice>>

/** For prompts that are not extraordinarily long: some providers ask for more then. */
export const BUILT_IN_PRICES: Prices = toPrices({
  date: '2026-11-22',
  models: {
    'gemini-3.5-flash': { input: 1.5, output: 9, cached: 0.15 },
    'gemini-3.1-pro-preview': { input: 2, output: 12, cached: 0.2 },
    'gpt-5.5': { input: 5, output: 30, cached: 0.5 },
    'gpt-5.4': { input: 2.5, output: 15, cached: 0.25 },
    'gpt-5.4-mini': { input: 0.75, output: 4.5, cached: 0.075 },
    'gpt-5.4-nano': { input: 0.2, output: 1.25, cached: 0.02 },
    'claude-fable-5-2': { input: 8, output: 40 },
    'claude-opus-5-5': { input: 4, output: 20 },
    'claude-sonnet-5-5': { input: 2, output: 10 },
  },
})

/**
 * The prices that the app was shipped with, and over them those of the user's own `prices.json`, which has the same form
 * (`date`, `models`). A file that is missing or makes no sense changes nothing.
 */
export function readPrices(file: string): Prices {
  try {
    return { ...BUILT_IN_PRICES, ...toPrices(priceFile.parse(JSON.parse(readFileSync(file, 'utf8')))) }
  } catch {
    return BUILT_IN_PRICES
  }
}

function toPrices({ date, models }: z.infer<typeof priceFile>): Prices {
  return Object.fromEntries(
    Object.entries(models).map(([name, { input, output, cached }]) => [
      name,
      { input, output, date, ...(cached === undefined ? {} : { cached }) },
    ]),
  )
}
