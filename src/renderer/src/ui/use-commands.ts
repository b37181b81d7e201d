import { createContext, use, useLayoutEffect, useRef } from 'react'

import { createCommands, type ReadCommands } from './commands'

/** Without a provider nobody looks. */
export const CommandsContext = createContext(createCommands())

/** Offers commands in the palette for as long as the component is there. Any feature may call it. */
export function useCommands(read: ReadCommands): void {
  const commands = use(CommandsContext)
  // Not an effect event: the commands may be read while another part of the window is drawn.
  const latest = useRef(read)
  useLayoutEffect(() => {
    latest.current = read
  })
  useLayoutEffect(() => commands.add(() => latest.current()), [commands])
}
