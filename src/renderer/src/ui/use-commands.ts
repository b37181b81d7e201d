import { createContext, use, useEffect, useEffectEvent } from 'react'

import { createCommands, type ReadCommands } from './commands'

/** Without a provider nobody looks. */
export const CommandsContext = createContext(createCommands())

/** Offers commands in the palette for as long as the component is there. Any feature may call it. */
export function useCommands(read: ReadCommands): void {
  const commands = use(CommandsContext)
  const readNow = useEffectEvent(read)
  useEffect(() => commands.add(() => readNow()), [commands])
}
