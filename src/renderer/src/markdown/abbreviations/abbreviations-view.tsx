import { memo } from 'react'
import { useTranslations } from 'use-intl'

import type { Abbreviation } from '../tree'
import styles from './abbreviations.module.css'

/** What the short words of a text stand for, for everyone who has no pointer to rest on them. */
export const AbbreviationsView = memo(function AbbreviationsView({
  definitions,
}: {
  readonly definitions: readonly Abbreviation[]
}) {
  const words = useTranslations('pictures')
  if (definitions.length === 0) return undefined
  return (
    <details className={styles.abbreviations}>
      <summary>{words('abbreviations', { count: definitions.length })}</summary>
      <dl>
        {definitions.map(({ label, title }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
})
