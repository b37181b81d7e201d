import type { AppErrorFacts } from '#shared/app-error'
import type { Spending } from '#shared/spending'

/** How much a day may take before the next request is asked for; 0 is no limit. */
export interface DayLimits {
  /** Tokens that go in and come out. */
  readonly tokens: number
  /** US dollars by the list. Models without a price do not count. */
  readonly dollars: number
}

export interface DayLimitParts {
  readonly limits: () => DayLimits
  /** Since a time in milliseconds since the epoch. */
  readonly spentSince: (time: number) => Spending
  readonly isBilled: (modelId: string) => boolean
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export type LimitReached = Required<Pick<AppErrorFacts, 'spent' | 'limit' | 'unit'>>

export interface DayLimit {
  /** Undefined while the day may go on. A day begins at midnight where the computer is. */
  judge(modelId: string): LimitReached | undefined
  /** The user agrees: it is asked again when the day has taken as much again. Forgotten when the app ends. */
  allow(): void
  /** What today took until now. */
  spentToday(): Spending
}

export function createDayLimit({ limits, spentSince, isBilled, now }: DayLimitParts): DayLimit {
  let allowed: { readonly day: number; readonly tokens: number; readonly dollars: number } | undefined

  const today = (): number => new Date(now()).setHours(0, 0, 0, 0)
  const spentToday = (): Spending => spentSince(today())

  function judge(modelId: string): LimitReached | undefined {
    const { tokens, dollars } = limits()
    if ((tokens === 0 && dollars === 0) || !isBilled(modelId)) return undefined
    const spent = spentToday()
    const more = allowed?.day === today() ? allowed : { tokens: 0, dollars: 0 }
    if (dollars > 0 && spent.dollars >= Math.max(dollars, more.dollars)) {
      return { unit: 'dollars', spent: spent.dollars, limit: dollars }
    }
    const taken = spent.input + spent.output
    if (tokens > 0 && taken >= Math.max(tokens, more.tokens))
      return { unit: 'tokens', spent: taken, limit: tokens }
    return undefined
  }

  function allow(): void {
    const { tokens, dollars } = limits()
    const spent = spentToday()
    allowed = { day: today(), tokens: spent.input + spent.output + tokens, dollars: spent.dollars + dollars }
  }

  return { judge, allow, spentToday }
}
