import { RotateCcw } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'

import type { ParameterName } from '#shared/parameters'

import { IconButton } from '../ui/icon-button'
import styles from './parameters.module.css'

interface FieldProps {
  readonly name: ParameterName
  /** Why what was entered cannot be taken. */
  readonly problem: string | undefined
  /** Something else than what is usual was chosen. */
  readonly isOwn: boolean
  readonly isLong?: boolean
  /** The control is a group of several, which no single label belongs to. */
  readonly isGroup?: boolean
  readonly onReset: () => void
  readonly children: (ids: FieldIds) => ReactNode
}

export interface FieldIds {
  readonly id: string
  readonly 'aria-labelledby': string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
}

/** A parameter with its name, what it does, and the way back. */
export function Field({
  name,
  problem,
  isOwn,
  isLong = false,
  isGroup = false,
  onReset,
  children,
}: FieldProps) {
  const words = useTranslations('parameters')
  const id = useId()
  const label = words(`names.${name}`)
  const Label = isGroup ? 'span' : 'label'
  const ids = {
    id: `${id}control`,
    'aria-labelledby': `${id}label`,
    'aria-describedby': `${id}hint`,
    'aria-invalid': problem !== undefined,
  }
  return (
    <div className={isLong ? `${styles.field} ${styles.wide}` : styles.field}>
      <Label id={ids['aria-labelledby']} htmlFor={isGroup ? undefined : ids.id} className={styles.label}>
        {label}
      </Label>
      <div className={styles.control}>
        {children(ids)}
        {isOwn && <IconButton icon={RotateCcw} label={words('reset', { name: label })} onPress={onReset} />}
      </div>
      <p id={ids['aria-describedby']} className={styles.hint}>
        {words(`hints.${name}`)}
        {problem !== undefined && (
          <span role="alert" className={styles.problem}>
            {problem}
          </span>
        )}
      </p>
    </div>
  )
}
