import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'

import { commandLabel, isCommand } from '../ui/command-key'
import { useCommands } from '../ui/use-commands'
import type { SidebarMemory } from './sidebar-memory'

/** Whether the list is shown, remembered, with its keys (Ctrl+Shift+S, or Shift+Command+S on a Mac). */
export function useSidebar(memory: SidebarMemory) {
  const words = useTranslations('sidebar')
  const [isOpen, setIsOpen] = useState(() => memory.readShape().isOpen)

  function show(next: boolean): void {
    setIsOpen(next)
    memory.keepShape({ ...memory.readShape(), isOpen: next })
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.key.toLowerCase() !== 's' || !isCommand(event, true)) return
    event.preventDefault()
    show(!isOpen)
  })

  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  useCommands(() => [
    {
      ...{ id: 'sidebar', title: words(isOpen ? 'hide' : 'show'), keys: commandLabel('S', true) },
      run: () => show(!isOpen),
    },
  ])

  const close = () => show(false)
  return { isOpen, open: () => show(true), close, layout: { isOpen, memory, onClose: close } }
}
