import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'

import { ActionButton } from '../ui/action-button'
import styles from './data-panel.module.css'
import type { WorkStep } from './work'

interface WorkStatusProps {
  readonly step: WorkStep
  readonly onCancel: () => void
}

/** The one line that says how it goes; heard when it changes its mind, not with every step. */
export function WorkStatus({ step, onCancel }: WorkStatusProps) {
  const words = useTranslations('portable')
  const sentence = useSentence(step)
  return (
    <div className={styles.status} data-tone={step.type === 'failed' ? 'bad' : undefined}>
      <p role="status">{sentence}</p>
      {step.type === 'working' && (
        <>
          <progress
            aria-label={words('working')}
            max={step.progress?.of}
            value={step.progress === undefined ? undefined : step.progress.done}
          />
          <ActionButton icon={X} label={words('cancel')} onPress={onCancel} />
        </>
      )}
    </div>
  )
}

function useSentence(step: WorkStep): string {
  const words = useTranslations('portable')
  switch (step.type) {
    case 'idle':
      return ''
    case 'working':
      return words('working')
    case 'cancelled':
      return words('cancelled')
    case 'failed':
      return words(`failures.${step.reason}`)
    case 'done':
      return step.sentence
  }
}
