import type { LucideIcon } from 'lucide-react'

import styles from './icon-button.module.css'

interface IconButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  /** Shown when the pointer rests on it; the label if absent. */
  readonly hint?: string
  /** For a button that switches something on and off. */
  readonly isPressed?: boolean
  /** For a button that unfolds something. */
  readonly isExpanded?: boolean
  readonly isDisabled?: boolean
  readonly onPress: () => void
}

/** A quiet button that is only an icon to the eye, and its label to everyone else. */
export function IconButton({ icon: Icon, label, hint = label, ...rest }: IconButtonProps) {
  const { isPressed, isExpanded, isDisabled, onPress } = rest
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      disabled={isDisabled}
      title={hint}
      onClick={onPress}
    >
      <Icon size="1.125rem" strokeWidth={1.75} aria-hidden />
    </button>
  )
}
