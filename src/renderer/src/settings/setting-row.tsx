import { Lock } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'

import styles from './setting-row.module.css'

interface SettingRowProps {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong with what was entered. */
  readonly problem?: string | undefined
  readonly isFixed?: boolean
  /** The control gets the ids of its label and of what describes it. */
  readonly children: (ids: RowIds) => ReactNode
}

export interface RowIds {
  readonly labelId: string
  readonly hintId: string
}

/** A label, the control, and below it what there is to know. */
export function SettingRow({ label, hint, problem, isFixed = false, children }: SettingRowProps) {
  const words = useTranslations('settings')
  const id = useId()
  const ids = { labelId: `${id}label`, hintId: `${id}hint` }
  return (
    <div className={styles.row}>
      <span id={ids.labelId} className={styles.label}>
        {isFixed && <Lock size="0.875rem" strokeWidth={2} aria-hidden />}
        {label}
      </span>
      <div className={styles.control}>{children(ids)}</div>
      <p id={ids.hintId} className={styles.hint}>
        {isFixed ? words('fixed') : hint}
        {problem !== undefined && (
          <span role="alert" className={styles.problem}>
            {problem}
          </span>
        )}
      </p>
    </div>
  )
}
