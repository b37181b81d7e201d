import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

import styles from './failure-view.module.css'

interface FailureViewProps {
  readonly sentence: string
  /** For those who can use it; empty if there is nothing to add. */
  readonly detail: string
  /** What can be done about it. */
  readonly children?: ReactNode
}

/** What went wrong and what to do next; the technical part is folded. */
export function FailureView({ sentence, detail, children }: FailureViewProps) {
  const words = useTranslations('failure')
  return (
    <div className={styles.failure}>
      <p>{sentence}</p>
      {detail !== '' && (
        <details className={styles.details}>
          <summary>{words('details')}</summary>
          <code>{detail}</code>
        </details>
      )}
      {children}
    </div>
  )
}
