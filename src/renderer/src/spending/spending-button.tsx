import { useTranslations } from 'use-intl'

import { addSpending, NOTHING_SPENT, type Spending } from '#shared/spending'

import { useTicking } from '../ui/use-ticking'
import styles from './spending.module.css'
import type { SpendingSource } from './spending-source'
import { useSpendingText } from './use-spending-text'

interface SpendingButtonProps extends Pick<SpendingSource, 'isComing' | 'coming'> {
  /** Of the conversation, without the answer that is coming. */
  readonly spending: Spending | undefined
  readonly onPress: () => void
}

/** What the conversation took, growing while an answer comes. Nobody hears it grow. Nothing while it took nothing. */
export function SpendingButton({ spending = NOTHING_SPENT, isComing, coming, onPress }: SpendingButtonProps) {
  const words = useTranslations('spending')
  const toText = useSpendingText()
  const text = useTicking(() => {
    const taken = coming()
    const sum = taken ? addSpending(spending, { requests: 1, ...taken.usage }, taken.price) : spending
    return sum.input + sum.output === 0 ? '' : toText(sum)
  }, isComing)
  if (text === '') return null
  return (
    <button type="button" className={styles.button} title={words('open')} onClick={onPress}>
      <span className="visually-hidden">{words('open')}</span> {text}
    </button>
  )
}
