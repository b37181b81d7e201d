import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'

import { ActionButton } from '../ui/action-button'
import styles from './data-panel.module.css'
import type { WorkState } from './use-work'

interface WorkStatusProps {
  readonly state: WorkState
  readonly onCancel: () => void
}

/** The one line that says how it goes; heard when it changes its mind, not with every step. */
export function WorkStatus({ state, onCancel }: WorkStatusProps) {
  const words = useTranslations('portable')
  const sentence = useSentence(state)
  return (
    <div className={styles.status} data-tone={state.type === 'failed' ? 'bad' : undefined}>
      <p role="status">{sentence}</p>
      {state.type === 'working' && (
        <>
          <progress
            aria-label={words('working')}
            max={state.progress?.of}
            value={state.progress === undefined ? undefined : state.progress.done}
          />
          <ActionButton icon={X} label={words('cancel')} onPress={onCancel} />
        </>
      )}
    </div>
  )
}

function useSentence(state: WorkState): string {
  const words = useTranslations('portable')
  switch (state.type) {
    case 'idle':
      return ''
    case 'working':
      return words('working')
    case 'cancelled':
      return words('cancelled')
    case 'failed':
      return words(`failures.${state.reason}`)
    case 'done':
      return state.sentence
  }
}
