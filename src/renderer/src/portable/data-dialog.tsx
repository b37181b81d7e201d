import { X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'

import { IconButton } from '../ui/icon-button'
import { DataPanel, type DataPanelProps } from './data-panel'
import styles from './data-panel.module.css'

interface DataDialogProps extends DataPanelProps {
  readonly onClose: () => void
}

/** The panel over the conversation: the platform's own dialog keeps the focus in, and Esc closes it. */
export function DataDialog({ onClose, ...panel }: DataDialogProps) {
  const words = useTranslations('portable')
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => ref.current?.showModal(), [])

  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={id}
      onClose={onClose}
      // The window behind has keys of its own: Esc stops an answer there.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header className={styles.head}>
        <h2 id={id}>{words('title')}</h2>
        <IconButton icon={X} label={words('close')} onPress={() => ref.current?.close()} />
      </header>
      <DataPanel {...panel} />
    </dialog>
  )
}
