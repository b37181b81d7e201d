import styles from './code.module.css'

interface ToggleButtonProps {
  readonly label: string
  readonly isPressed: boolean
  readonly onPress: () => void
}

export function ToggleButton({ label, isPressed, onPress }: ToggleButtonProps) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={isPressed} onClick={onPress}>
      {label}
    </button>
  )
}
