import styles from './controls.module.css'

interface ChoiceControlProps<Value extends string | number> {
  /** Unique among the choices that are on the page at a time. */
  readonly name: string
  readonly labelId: string
  readonly hintId: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly isDisabled?: boolean
  readonly onChoose: (value: Value) => void
}

/** One of a few: radio buttons side by side, with the keys that everybody knows from them. */
export function ChoiceControl<Value extends string | number>(props: ChoiceControlProps<Value>) {
  const { name, labelId, hintId, value: chosen, choices, isDisabled = false, onChoose } = props
  return (
    <div role="radiogroup" aria-labelledby={labelId} aria-describedby={hintId} className={styles.choices}>
      {choices.map(({ value, label }) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            disabled={isDisabled}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
