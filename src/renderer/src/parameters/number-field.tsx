import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import type { NumberRange } from '#shared/parameters'

import { onEnter } from '../ui/on-enter'
import { Field } from './field'
import styles from './parameters.module.css'
import { type NumberName, readNumber } from './parameter-text'

interface NumberFieldProps {
  readonly name: NumberName
  readonly range: NumberRange
  readonly value: number | undefined
  /** What holds while the field is empty; undefined: the model decides. */
  readonly usual: number | undefined
  readonly onChange: (value: number | undefined) => void
}

/** A number. What cannot be taken stays in the field, with the reason below it, and is not sent. */
export function NumberField({ name, range, value, usual, onChange }: NumberFieldProps) {
  const words = useTranslations('parameters')
  const format = useFormatter()
  const [draft, setDraft] = useState<string>()
  const text = draft ?? (value === undefined ? '' : String(value))
  const read = readNumber(name, text, range)
  const problem =
    'problem' in read
      ? words(`problems.${read.problem}`, {
          least: format.number(range.least),
          most: format.number(range.most),
        })
      : undefined

  function enter(): void {
    if (draft === undefined || 'problem' in read) return
    setDraft(undefined)
    if (read.value !== value) onChange(read.value)
  }

  return (
    <Field
      name={name}
      problem={draft === undefined ? undefined : problem}
      isOwn={value !== undefined}
      onReset={() => {
        setDraft(undefined)
        onChange(undefined)
      }}
    >
      {(ids) => (
        <input
          {...ids}
          className={styles.number}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          value={text}
          placeholder={usual === undefined ? words('byModel') : String(usual)}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={enter}
          onKeyDown={onEnter(enter)}
        />
      )}
    </Field>
  )
}
