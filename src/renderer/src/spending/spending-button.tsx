import { useTranslations } from 'use-intl'

import type { ModelPrice } from '#shared/model-choice'
import { addSpending, NOTHING_SPENT, type Spending } from '#shared/spending'

import { liveUsage } from '../chat/chat-spending'
import { liveReply } from '../chat/chat-state'
import { useChat, useChatSession } from '../chat/use-chat'
import { useTicking } from '../ui/use-ticking'
import styles from './spending.module.css'
import { useSpendingText } from './use-spending-text'

interface SpendingButtonProps {
  /** Of the conversation, without the answer that is coming. */
  readonly spending: Spending | undefined
  readonly onPress: () => void
}

/** What the conversation took, growing while an answer comes. Nobody hears it grow. Nothing while it took nothing. */
export function SpendingButton({ spending = NOTHING_SPENT, onPress }: SpendingButtonProps) {
  const words = useTranslations('spending')
  const toText = useSpendingText()
  const { store } = useChatSession()
  const isComing = useChat((state) => liveReply(state) !== undefined)
  const text = useTicking(() => {
    const usage = liveUsage(store.getState())
    const sum = usage === undefined ? spending : addSpending(spending, { requests: 1, ...usage }, price())
    return sum.input + sum.output === 0 ? '' : toText(sum)
  }, isComing)
  if (text === '') return null
  return (
    <button type="button" className={styles.button} title={words('open')} onClick={onPress}>
      <span className="visually-hidden">{words('open')}</span> {text}
    </button>
  )

  function price(): ModelPrice | undefined {
    const modelId = liveReply(store.getState())?.modelId
    return store.getState().models.find(({ id }) => id === modelId)?.price
  }
}
