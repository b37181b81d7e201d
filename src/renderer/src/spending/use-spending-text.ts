import { useFormatter, useTranslations } from 'use-intl'

import type { Spending } from '#shared/spending'

import { DOLLARS } from '../i18n/dollars'

/** What was taken, in a few words: `12.3K tokens · $0.04`. */
export function useSpendingText(): (spending: Spending) => string {
  const words = useTranslations('spending')
  const format = useFormatter()
  return (spending) => {
    const count = format.number(spending.input + spending.output, {
      notation: 'compact',
      maximumSignificantDigits: 3,
    })
    const tokens = words(spending.isEstimate ? 'aboutTokens' : 'tokens', { count })
    if (spending.dollars === 0) return tokens
    return `${tokens} · ${format.number(spending.dollars, DOLLARS)}`
  }
}
