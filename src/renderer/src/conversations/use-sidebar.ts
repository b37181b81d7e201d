import { useState } from 'react'
import { useTranslations } from 'use-intl'

import { useCommands } from '../ui/use-commands'
import { useOverlaid } from './overlaid'
import type { SidebarMemory } from './sidebar-memory'

/**
 * Whether the list is shown. Beside the conversation that is remembered; over it, in a narrow window, only until something is
 * chosen there or the window is wide again.
 */
export function useSidebar(memory: SidebarMemory) {
  const words = useTranslations('sidebar')
  const isNarrow = useOverlaid()
  const [isBeside, setIsBeside] = useState(() => memory.readShape().isOpen)
  const [isOver, setIsOver] = useState(false)
  const isOpen = isNarrow ? isOver : isBeside
  if (isOver && !isNarrow) setIsOver(false)

  function show(next: boolean): void {
    if (isNarrow) {
      setIsOver(next)
      return
    }
    setIsBeside(next)
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
