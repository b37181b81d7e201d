import { useState } from 'react'
import { useTranslations } from 'use-intl'

import { useCommands } from '../ui/use-commands'
import type { SidebarMemory } from './sidebar-memory'

/** Whether the list is shown, remembered. */
export function useSidebar(memory: SidebarMemory) {
  const words = useTranslations('sidebar')
  const [isOpen, setIsOpen] = useState(() => memory.readShape().isOpen)

  function show(next: boolean): void {
    setIsOpen(next)
    memory.keepShape({ ...memory.readShape(), isOpen: next })
  }

  useCommands(() => [
    {
      ...{ id: 'sidebar', title: words(isOpen ? 'hide' : 'show') },
      run: () => show(!isOpen),
    },
  ])

  const close = () => show(false)
  return { isOpen, open: () => show(true), close, layout: { isOpen, memory, onClose: close } }
}
