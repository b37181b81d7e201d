import styles from './controls.module.css'

interface SwitchControlProps {
  readonly labelId: string
  readonly hintId: string
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onSwitch: (on: boolean) => void
}

export function SwitchControl({ labelId, hintId, isOn, isDisabled = false, onSwitch }: SwitchControlProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      className={styles.switch}
      aria-labelledby={labelId}
      aria-describedby={hintId}
      checked={isOn}
      disabled={isDisabled}
      onChange={(event) => onSwitch(event.target.checked)}
    />
  )
}
