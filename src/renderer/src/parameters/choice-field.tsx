import { useTranslations } from 'use-intl'

import { ChoiceControl } from '../ui/choice-control'
import { Field } from './field'

interface ChoiceFieldProps<Value extends string> {
  readonly name: 'thinkingLevel' | 'safety'
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value | undefined
  /** What holds while nothing is chosen; undefined: the model decides. */
  readonly usual: Value | undefined
  readonly onChange: (value: Value | undefined) => void
}

/** One of a few, or what is usual. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { name, choices, value, usual, onChange } = props
  const words = useTranslations('parameters')
  const usualLabel = choices.find((choice) => choice.value === usual)?.label
  const none = usualLabel === undefined ? words('byModel') : words('usual', { value: usualLabel })
  return (
    <Field name={name} isGroup problem={undefined} isOwn={false} onReset={() => onChange(undefined)}>
      {(ids) => (
        <ChoiceControl<Value | ''>
          name={`parameter ${name}`}
          labelId={ids['aria-labelledby']}
          hintId={ids['aria-describedby']}
          value={value ?? ''}
          choices={[{ value: '', label: none }, ...choices]}
          onChoose={(next) => onChange(next === '' ? undefined : next)}
        />
      )}
    </Field>
  )
}
