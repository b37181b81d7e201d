import { use, useEffectEvent, useLayoutEffect } from 'react'

import { keysOf } from '#shared/shortcuts'

import { toKeys } from './command-key'
import { usePreference } from './preferences'
import { CommandsContext } from './use-commands'

/** Runs commands by their keys, wherever the focus is. A part of the window that keeps a press to itself goes first. */
export function useCommandKeys(): void {
  const commands = use(CommandsContext)
  const chosen = usePreference('shortcuts')

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const keys = toKeys(event)
    if (keys === undefined) return
    const command = commands.list().find(({ id }) => keysOf(id, chosen) === keys)
    if (command === undefined) return
    // The native menu may have the same keys.
    event.preventDefault()
    command.run()
  })

  // As soon as the window is drawn: a key that comes before a passive effect would be lost.
  useLayoutEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
