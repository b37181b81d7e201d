import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { z } from 'zod'

import type { ModelPrice } from '#shared/model-choice'
import type { PriceListProblem } from '#shared/requests/spending'

import { readText } from '../settings/json-file'

const amount = z.number().nonnegative()

/** US dollars for a million tokens, by the model's name, and when they were looked up. */
const priceFile = z.object({
  date: z.iso.date(),
  models: z.record(z.string(), z.object({ input: amount, output: amount, cached: amount.optional() })),
})

type PriceFile = z.infer<typeof priceFile>

export type Prices = Readonly<Record<string, ModelPrice>>

/** For prompts that are not extraordinarily long: some providers ask for more then. */
const BUILT_IN: PriceFile = {
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
}

export const BUILT_IN_PRICES: Prices = toPrices(BUILT_IN)
export const BUILT_IN_DATE = BUILT_IN.date

export interface PriceList {
  readonly prices: Prices
  /** The user's own list, which counts for nothing as long as it is broken. */
  readonly own: 'absent' | 'read' | PriceListProblem
}

/**
 * The prices that the app was shipped with, and over them those of the user's own `prices.json`, which has the same form
 * (`date`, `models`). A broken one is left as it is.
 */
export function readPriceList(file: string): PriceList {
  const found = readText(file)
  if (found.kind === 'missing') return { prices: BUILT_IN_PRICES, own: 'absent' }
  if (found.kind === 'unreadable') return { prices: BUILT_IN_PRICES, own: { detail: found.detail } }
  const { text } = found
  try {
    const parsed = priceFile.safeParse(JSON.parse(text))
    if (parsed.success) return { prices: { ...BUILT_IN_PRICES, ...toPrices(parsed.data) }, own: 'read' }
    const [issue] = parsed.error.issues
    const detail = `${issue?.path.join(' → ') ?? ''}: ${issue?.message ?? ''}`
    return { prices: BUILT_IN_PRICES, own: { detail } }
  } catch (cause) {
    return { prices: BUILT_IN_PRICES, own: { detail: String(cause), ...lineOf(cause, text) } }
  }
}

export const readPrices = (file: string): Prices => readPriceList(file).prices

/** Makes the user's own list out of the app's, when there is none. */
export function makePriceList(file: string): void {
  if (existsSync(file)) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(BUILT_IN, undefined, 2)}\n`, { flag: 'wx' })
}

/** V8 names the place of a mistake in JSON in one of two ways, and none when the text ends too early. */
function lineOf(cause: unknown, text: string): { readonly line?: number } {
  const message = String(cause)
  const line = /\(line (\d+) /.exec(message)?.[1]
  if (line !== undefined) return { line: Number(line) }
  const position = /position (\d+)/.exec(message)?.[1]
  const at = position === undefined && /end of/i.test(message) ? text.length : Number(position)
  return Number.isNaN(at) ? {} : { line: text.slice(0, at).split('\n').length }
}

function toPrices({ date, models }: PriceFile): Prices {
  return Object.fromEntries(
    Object.entries(models).map(([name, { input, output, cached }]) => [
      name,
      { input, output, date, ...(cached === undefined ? {} : { cached }) },
    ]),
  )
}
