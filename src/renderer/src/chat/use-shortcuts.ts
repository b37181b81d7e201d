import { useEffect, useEffectEvent } from 'react'

import { isCommand } from '../ui/command-key'
import { isComposing } from '../ui/is-composing'

export interface Shortcuts {
  /** Esc */
  readonly onStop: () => void
  /** Ctrl+N, or Command+N on a Mac */
  readonly onNewConversation: () => void
  /** Ctrl+Shift+I, or Shift+Command+I on a Mac */
  readonly onToggleInspector: () => void
}

/** The keys that work wherever the focus is. */
export function useShortcuts({ onStop, onNewConversation, onToggleInspector }: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event)) return
    if (event.key === 'Escape') onStop()
    const key = event.key.toLowerCase()
    if (key === 'n' && isCommand(event)) take(event, onNewConversation)
    if (key === 'i' && isCommand(event, true)) take(event, onToggleInspector)
  })

  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault()
  act()
}
