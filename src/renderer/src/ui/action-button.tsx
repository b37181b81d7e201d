import type { LucideIcon } from 'lucide-react'

import styles from './action-button.module.css'

interface ActionButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  /** Whether it is the next step that most readers want. */
  readonly isPrimary?: boolean
  readonly onPress: () => void
}

/** A button that says in words what it does. */
export function ActionButton({ icon: Icon, label, isPrimary = false, onPress }: ActionButtonProps) {
  return (
    <button type="button" className={isPrimary ? styles.primary : styles.plain} onClick={onPress}>
      <Icon size="0.875rem" strokeWidth={2} aria-hidden />
      {label}
    </button>
  )
}
