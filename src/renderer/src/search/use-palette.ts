import { use, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { Command } from '../ui/commands'
import { CommandsContext, useCommands } from '../ui/use-commands'

export interface PaletteState {
  /** What can be done at the moment at which the palette opened; undefined while it is closed. */
  readonly commands: readonly Command[] | undefined
  readonly open: () => void
  readonly close: () => void
}

/** Whether the palette is open: by its button or its keys. */
export function usePalette(): PaletteState {
  const words = useTranslations('search')
  const registry = use(CommandsContext)
  const [commands, setCommands] = useState<readonly Command[]>()
  // It does not offer itself.
  const open = (): void => setCommands(registry.list().filter(({ id }) => id !== 'palette'))
  const close = (): void => setCommands(undefined)
  useCommands(() => [
    { id: 'palette', title: words('open'), run: () => (commands === undefined ? open() : close()) },
  ])
  return { commands, open, close }
}
