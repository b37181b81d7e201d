import { Settings } from 'lucide-react'
import { useId } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import type { Answers } from '#shared/contract'
import type { Spending } from '#shared/spending'

import { DOLLARS } from '../i18n/dollars'
import { ActionButton } from '../ui/action-button'
import { Dialog } from '../ui/dialog'
import { usePreference } from '../ui/preferences'
import styles from './spending.module.css'

interface SpendingDialogProps {
  readonly spending: Answers['readSpending']
  readonly onClose: () => void
  readonly onLimits: () => void
}

/** What the conversation and the day took, and what the user wants them to take at most. */
export function SpendingDialog({ spending, onClose, onLimits }: SpendingDialogProps) {
  const words = useTranslations('spending')
  const mostTokens = usePreference('mostTokensPerDay')
  const mostDollars = usePreference('mostDollarsPerDay')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('title')}
      description={words('description')}
      actions={<ActionButton icon={Settings} label={words('limits')} onPress={onLimits} />}
    >
      <Account name={words('conversation')} spending={spending.conversation} />
      <Account name={words('today')} spending={spending.day} {...{ mostTokens, mostDollars }} />
    </Dialog>
  )
}

interface AccountProps {
  readonly name: string
  readonly spending: Spending
  /** 0: no limit. */
  readonly mostTokens?: number
  readonly mostDollars?: number
}

function Account({ name, spending, mostTokens = 0, mostDollars = 0 }: AccountProps) {
  const words = useTranslations('spending')
  const details = useTranslations('details')
  const format = useFormatter()
  const headingId = useId()
  const { requests, unpriced, isEstimate } = spending
  const count = (tokens: number): string => format.number(tokens, { maximumFractionDigits: 0 })
  const money = (dollars: number): string => format.number(dollars, DOLLARS)
  const facts = [
    [words('requests'), count(requests)],
    [details('inputTokens'), count(spending.input)],
    [details('cachedTokens'), count(spending.cached)],
    [details('outputTokens'), count(spending.output)],
    [details('thoughtTokens'), count(spending.thought)],
    [
      details('cost'),
      requests > 0 && unpriced === requests ? details('priceUnknown') : money(spending.dollars),
    ],
    ...(mostTokens > 0 ? [[words('mostTokens'), count(mostTokens)] as const] : []),
    ...(mostDollars > 0 ? [[words('mostDollars'), money(mostDollars)] as const] : []),
  ] as const
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.name}>
        {name}
      </h3>
      <dl className={styles.facts}>
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {unpriced > 0 && unpriced < requests && (
        <p className={styles.note}>{words('unpriced', { unpriced })}</p>
      )}
      {isEstimate && <p className={styles.note}>{words('estimate')}</p>}
    </section>
  )
}
