import type { LucideIcon } from 'lucide-react'

import styles from './action-button.module.css'

interface ActionButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  /** Whether it is the next step that most readers want. */
  readonly isPrimary?: boolean
  /** For what takes something away, and has no way back. */
  readonly isDangerous?: boolean
  readonly isDisabled?: boolean
  /** Without it, the button sends its form, as Enter in a field then does, too. */
  readonly onPress?: () => void
}

/** A button that says in words what it does. */
export function ActionButton({ icon: Icon, label, onPress, ...tone }: ActionButtonProps) {
  const { isPrimary = false, isDangerous = false, isDisabled = false } = tone
  const look = isDangerous ? styles.dangerous : isPrimary ? styles.primary : styles.plain
  return (
    <button type={onPress ? 'button' : 'submit'} className={look} disabled={isDisabled} onClick={onPress}>
      <Icon size="0.875rem" strokeWidth={2} aria-hidden />
      {label}
    </button>
  )
}
