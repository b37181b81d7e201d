import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'

import { isCommand } from './command-key'
import { IconButton } from './icon-button'
import styles from './notices.module.css'
import { createUndoStack, type UndoEntry, type UndoStack } from './undo-stack'
import { useCommands } from './use-commands'

export interface Notice {
  readonly text: string
  /** Takes back what was done: by the notice's own button, and later by Ctrl+Z or the palette. */
  readonly undo?: () => void
}

interface NoticesProps {
  readonly children: ReactNode
}

/** Time enough to read a sentence twice and to reach its button. */
const STAYS_MS = 12_000
/** More would cover what was said. Older ones are taken back by Ctrl+Z. */
const MOST_SHOWN = 3
/** Of what only says something: the next one takes its place. */
const PASSING_ID = 'passing'

const UndoContext = createContext<UndoStack | undefined>(undefined)

/** The place for short notices at the foot of the window. F6 takes the focus there. */
export function Notices({ children }: NoticesProps) {
  const words = useTranslations('dialog')
  const [manager] = useState(() => Toast.createToastManager())
  const [stack] = useState(createUndoStack)
  return (
    <UndoContext value={stack}>
      <Toast.Provider toastManager={manager} timeout={STAYS_MS} limit={MOST_SHOWN}>
        {children}
        <UndoKeys />
        <Toast.Portal>
          <Toast.Viewport className={styles.place} aria-label={words('notices')}>
            <NoticeList />
          </Toast.Viewport>
        </Toast.Portal>
      </Toast.Provider>
    </UndoContext>
  )
}

/** Says something in passing. What can be taken back has a notice of its own, which no other one closes. */
export function useNotify(): (notice: Notice) => void {
  const { add, close } = Toast.useToastManager()
  const words = useTranslations('dialog')
  const stack = useUndoStack()
  return ({ text, undo }) => {
    close(PASSING_ID)
    if (undo === undefined) {
      add({ id: PASSING_ID, title: text })
      return
    }
    const entry: UndoEntry = { text, undo: takeBack }
    const id = add({ title: text, actionProps: { children: words('undo'), onClick: takeBack } })
    stack.add(entry)

    function takeBack(): void {
      stack.drop(entry)
      close(id)
      undo?.()
    }
  }
}

/** Ctrl+Z, where it is not a text field's own, and the same in the palette. */
function UndoKeys() {
  const words = useTranslations('dialog')
  const notify = useNotify()
  const stack = useUndoStack()

  function takeBack(entry: UndoEntry): void {
    entry.undo()
    notify({ text: words('undone') })
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.key.toLowerCase() !== 'z' || !isCommand(event)) return
    const entry = stack.last()
    if (entry === undefined || isTextField(event.target)) return
    event.preventDefault()
    takeBack(entry)
  })

  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  useCommands(() => {
    const entry = stack.last()
    if (entry === undefined) return []
    const title = words('undoLast', { text: entry.text })
    return [{ id: 'undo', title, run: () => takeBack(entry) }]
  })

  return null
}

function useUndoStack(): UndoStack {
  const stack = use(UndoContext)
  if (stack === undefined) throw new Error('useNotify needs Notices above it')
  return stack
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement
}

function NoticeList() {
  const words = useTranslations('dialog')
  const { toasts, close } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.notice} swipeDirection={[]}>
      <Toast.Content className={styles.content}>
        <Toast.Title render={<p />} className={styles.text} />
        <Toast.Action className={styles.action} />
        <IconButton icon={X} label={words('dismiss')} onPress={() => close(toast.id)} />
      </Toast.Content>
    </Toast.Root>
  ))
}
