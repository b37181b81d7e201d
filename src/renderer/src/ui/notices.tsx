import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'

import { IconButton } from './icon-button'
import styles from './notices.module.css'

export interface Notice {
  readonly text: string
  /** What can be done about it, for as long as the notice stands. */
  readonly action?: { readonly label: string; readonly onPress: () => void }
}

interface NoticesProps {
  readonly children: ReactNode
}

/** Time enough to read a sentence twice and to reach its button. */
const STAYS_MS = 12_000

/** The place for short notices at the foot of the window. F6 takes the focus there. */
export function Notices({ children }: NoticesProps) {
  const [manager] = useState(() => Toast.createToastManager())
  return (
    <Toast.Provider toastManager={manager} timeout={STAYS_MS}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles.place}>
          <NoticeList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

/** Says something in passing. */
export function useNotify(): (notice: Notice) => void {
  const { add, close } = Toast.useToastManager()
  return ({ text, action }) => {
    // One at a time: an older one that nobody used was not needed.
    close()
    const id = add({
      description: text,
      ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: act } }),
    })

    function act(): void {
      close(id)
      action?.onPress()
    }
  }
}

function NoticeList() {
  const words = useTranslations('dialog')
  const { toasts, close } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.notice} swipeDirection={[]}>
      <Toast.Content className={styles.content}>
        <Toast.Description className={styles.text} />
        <Toast.Action className={styles.action} />
        <IconButton icon={X} label={words('dismiss')} onPress={() => close(toast.id)} />
      </Toast.Content>
    </Toast.Root>
  ))
}
