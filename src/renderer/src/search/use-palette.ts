import { use, useEffect, useEffectEvent, useState } from 'react'

import { isCommand } from '../ui/command-key'
import type { Command } from '../ui/commands'
import { isComposing } from '../ui/is-composing'
import { CommandsContext } from '../ui/use-commands'

export interface PaletteState {
  /** What can be done at the moment at which the palette opened; undefined while it is closed. */
  readonly commands: readonly Command[] | undefined
  readonly open: () => void
  readonly close: () => void
}

/** Whether the palette is open: by its button, or by Ctrl+K, on a Mac Command+K. */
export function usePalette(): PaletteState {
  const registry = use(CommandsContext)
  const [commands, setCommands] = useState<readonly Command[]>()
  const open = (): void => setCommands(registry.list())
  const close = (): void => setCommands(undefined)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !isCommand(event) || isComposing(event)) return
    event.preventDefault()
    if (commands === undefined) open()
    else close()
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return { commands, open, close }
}
