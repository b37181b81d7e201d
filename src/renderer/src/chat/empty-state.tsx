import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'use-intl'

import styles from './empty-state.module.css'

const SUGGESTIONS = ['baseball', 'code', 'tour'] as const

interface EmptyStateProps {
  readonly canSend: boolean
  readonly onSend: (text: string) => void
}

/** A conversation before its first word. A suggestion is sent as it stands. */
export function EmptyState({ canSend, onSend }: EmptyStateProps) {
  const words = useTranslations('empty')
  return (
    <section className={styles.empty}>
      <div className={styles.invitation}>
        <h2 className={styles.title}>{words('title')}</h2>
        <ul className={styles.suggestions} aria-label={words('suggestions')}>
          {SUGGESTIONS.map((key) => (
            <li key={key}>
              <button
                type="button"
                className={styles.suggestion}
                disabled={!canSend}
                onClick={() => onSend(words(key))}
              >
                {words(key)}
                <ArrowRight className={styles.arrow} size="1rem" strokeWidth={1.75} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
