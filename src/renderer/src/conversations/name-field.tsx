import { useLayoutEffect, useRef, useState } from 'react'

import { isComposing } from '../ui/is-composing'
import { onEnter } from '../ui/on-enter'
import styles from './conversation-list.module.css'

interface NameFieldProps {
  readonly label: string
  readonly name: string
  /** A name without a word is none: the old one stays. */
  readonly onName: (name: string) => void
  readonly onLeave: () => void
}

/** A name that is being written, in the place of the name. Enter keeps it, so does leaving; Esc does not. */
export function NameField({ label, name, onName, onLeave }: NameFieldProps) {
  const [text, setText] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)

  useLayoutEffect(() => {
    field.current?.select()
  }, [])

  function keep(): void {
    if (isOver.current) return
    isOver.current = true
    const next = text.trim()
    if (next !== '' && next !== name) onName(next)
    onLeave()
  }

  function leave(): void {
    isOver.current = true
    onLeave()
  }

  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={label}
      value={text}
      maxLength={200}
      autoFocus
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation()
        onEnter(keep)(event)
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) leave()
      }}
      onClick={(event) => event.stopPropagation()}
    />
  )
}
