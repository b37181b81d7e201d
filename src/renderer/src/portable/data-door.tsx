import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { Events } from '#shared/contract'

import { commandLabel, isCommand } from '../ui/command-key'
import { useCommands } from '../ui/use-commands'
import { DataDialog } from './data-dialog'
import type { Portable } from './portable'

export type Wish = Events['portableWish']['wish']

interface DataDoorProps {
  readonly portable: Portable
  readonly conversationId: string | undefined
  /** What is chosen in the menu. */
  readonly onWish: (listener: (wish: Wish) => void) => () => void
}

/** Opens the panel from the menu, the palette and the keys. Draws nothing until then. */
export function DataDoor({ portable, conversationId, onWish }: DataDoorProps) {
  const words = useTranslations('portable.commands')
  const [isOpen, setIsOpen] = useState(false)

  function take(wish: Wish): void {
    if (wish !== 'print') setIsOpen(true)
    else if (conversationId !== undefined) void portable.print(conversationId)
  }

  useCommands(() => [
    { id: 'export', title: words('export'), keywords: 'Markdown HTML PDF JSON', run: () => take('export') },
    {
      id: 'import',
      title: words('import'),
      keywords: 'ChatGPT Chatbox Open WebUI',
      run: () => take('import'),
    },
    { id: 'backups', title: words('backups'), run: () => take('backups') },
    { id: 'print', title: words('print'), keys: commandLabel('P'), run: () => take('print') },
  ])

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'p' || !isCommand(event)) return
    event.preventDefault()
    take('print')
  })
  const hear = useEffectEvent(take)
  useEffect(() => {
    window.addEventListener('keydown', press)
    const stop = onWish((wish) => hear(wish))
    return () => {
      window.removeEventListener('keydown', press)
      stop()
    }
  }, [onWish])

  if (!isOpen) return null
  return <DataDialog portable={portable} conversationId={conversationId} onClose={() => setIsOpen(false)} />
}
