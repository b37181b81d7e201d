import { useState } from 'react'

import styles from './controls.module.css'
import { onEnter as whenEntered } from './on-enter'

interface TextControlProps {
  readonly labelId: string
  readonly hintId: string
  readonly value: string
  readonly placeholder: string
  readonly isNumber?: boolean
  readonly isSecret?: boolean
  readonly isDisabled?: boolean
  /** With Enter, or when the focus leaves a field that was changed. */
  readonly onEnter: (text: string) => void
}

export function TextControl({ labelId, hintId, value, placeholder, onEnter, ...kind }: TextControlProps) {
  const { isNumber = false, isSecret = false, isDisabled = false } = kind
  /** Undefined while nobody is typing: then the field follows the value. */
  const [draft, setDraft] = useState<string>()

  function enter(): void {
    if (draft === undefined) return
    setDraft(undefined)
    if (draft.trim() !== value) onEnter(draft.trim())
  }

  return (
    <input
      type={isSecret ? 'password' : 'text'}
      inputMode={isNumber ? 'numeric' : 'text'}
      className={isNumber ? styles.number : styles.text}
      aria-labelledby={labelId}
      aria-describedby={hintId}
      value={draft ?? value}
      placeholder={placeholder}
      disabled={isDisabled}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={enter}
      onKeyDown={whenEntered(enter)}
    />
  )
}
