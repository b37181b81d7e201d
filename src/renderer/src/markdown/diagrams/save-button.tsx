import { useState } from 'react'
import { useTranslations } from 'use-intl'

import styles from '../markdown.module.css'

interface SaveButtonProps {
  readonly format: 'SVG' | 'PNG'
  readonly onSave: () => Promise<void>
}

/** Takes a picture out of the app, and says so when that fails. */
export function SaveButton({ format, onSave }: SaveButtonProps) {
  const words = useTranslations('pictures')
  const [hasFailed, setHasFailed] = useState(false)

  async function save(): Promise<void> {
    setHasFailed(false)
    try {
      await onSave()
    } catch {
      setHasFailed(true)
    }
  }

  return (
    <button
      type="button"
      className={styles.copy}
      aria-label={hasFailed ? undefined : words('saveAs', { format })}
      onClick={() => void save()}
    >
      {hasFailed ? words('saveFailed') : format}
    </button>
  )
}
