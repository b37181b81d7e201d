import { useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'

import type { Events } from '#shared/contract'

import { useNotify } from '../ui/notices'
import { useCommands } from '../ui/use-commands'
import type { DataSection } from './data-panel'
import type { Portable } from './portable'

export type Wish = Events['portableWish']['wish']

interface DataDoorProps {
  readonly portable: Portable
  readonly conversationId: string | undefined
  /** What is chosen in the menu. */
  readonly onWish: (listener: (wish: Wish) => void) => () => void
  /** Shows the panel. */
  readonly onOpen: (section: DataSection) => void
}

/** The ways to the panel from the menu and the palette, and printing, which needs no panel. Draws nothing. */
export function DataDoor({ portable, conversationId, onWish, onOpen }: DataDoorProps) {
  const words = useTranslations('portable.commands')
  const failures = useTranslations('portable.failures')
  const notify = useNotify()

  async function print(id: string): Promise<void> {
    const done = await portable.print(id)
    if (done.outcome === 'failed') notify({ text: failures(done.reason) })
  }

  function take(wish: Wish): void {
    if (wish !== 'print') onOpen(wish)
    else if (conversationId === undefined) notify({ text: words('nothingToPrint') })
    else void print(conversationId)
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
    { id: 'print', title: words('print'), run: () => take('print') },
  ])

  const hear = useEffectEvent(take)
  useEffect(() => onWish((wish) => hear(wish)), [onWish])

  return null
}
