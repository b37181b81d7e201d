import { useState } from 'react'
import { useTranslations } from 'use-intl'

import { TextArea } from '../ui/text-area'
import { Field } from './field'
import styles from './parameters.module.css'

interface LongFieldProps {
  readonly name: 'systemPrompt' | 'stopSequences'
  readonly value: string
  /** What holds while the field is empty; empty: nothing. */
  readonly usual: string
  /** Why a text cannot be taken. */
  readonly problemOf?: (text: string) => string | undefined
  readonly onChange: (text: string) => void
}

/** Words of more than one line, taken when the focus leaves them. */
export function LongField({ name, value, usual, problemOf = () => undefined, onChange }: LongFieldProps) {
  const words = useTranslations('parameters')
  const [draft, setDraft] = useState<string>()
  const text = draft ?? value
  const problem = problemOf(text)

  function enter(): void {
    if (draft === undefined || problem !== undefined) return
    setDraft(undefined)
    if (draft !== value) onChange(draft)
  }

  return (
    <Field
      {...{ name, problem }}
      isLong
      isOwn={value !== ''}
      onReset={() => {
        setDraft(undefined)
        onChange('')
      }}
    >
      {(ids) => (
        <TextArea
          {...ids}
          className={styles.long}
          rows={name === 'systemPrompt' ? 4 : 2}
          spellCheck={name === 'systemPrompt'}
          value={text}
          placeholder={usual === '' ? words('nothing') : usual}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={enter}
        />
      )}
    </Field>
  )
}
