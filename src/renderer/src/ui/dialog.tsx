import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useTranslations } from 'use-intl'

import styles from './dialog.module.css'
import { IconButton } from './icon-button'

interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  /** What it is about, in a sentence or two; heard together with the title. */
  readonly description?: string
  readonly size?: 'small' | 'large'
  /** What has the focus when it opens: the button that closes it, unless told. */
  readonly focusFirst?: RefObject<HTMLElement | null>
  readonly children?: ReactNode
  /** The buttons below: the one that most readers want comes last. */
  readonly actions?: ReactNode
}

/** A window within the window: it holds the focus, and Esc closes it. */
export function Dialog({ isOpen, onClose, title, description, size = 'small', ...content }: DialogProps) {
  const words = useTranslations('dialog')
  const { children, actions, focusFirst } = content
  return (
    <Base.Root open={isOpen} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          className={`${styles.dialog} ${styles[size]}`}
          {...(focusFirst === undefined ? {} : { initialFocus: focusFirst })}
          // The window behind has keys of its own: Esc stops an answer there.
          onKeyDown={(event) => event.stopPropagation()}
        >
          <header className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <IconButton icon={X} label={words('close')} onPress={onClose} />
          </header>
          {description !== undefined && (
            <Base.Description className={styles.description}>{description}</Base.Description>
          )}
          {children}
          {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
