import { type ReactNode, useState } from 'react'

import { useChat } from './chat/use-chat'
import { DataDoor, type Wish } from './portable/data-door'
import { DataPanel, type DataSection } from './portable/data-panel'
import type { Portable } from './portable/portable'
import type { Work } from './portable/work'

export interface DataParts {
  readonly portable: Portable
  readonly work: Work
  readonly onWish: (listener: (wish: Wish) => void) => () => void
}

export interface Keeping {
  /** A panel of the settings. */
  readonly panel: ReactNode
  /** Draws nothing; the ways to the panel. */
  readonly doors: ReactNode
}

/** Joins exports, imports and backups to the settings that show them and to the conversation that is open. */
export function useKeeping(parts: DataParts, showPanel: () => void): Keeping {
  const [section, setSection] = useState<DataSection>()

  function open(wanted: DataSection): void {
    setSection(wanted)
    showPanel()
  }

  return { panel: <Data {...parts} section={section} />, doors: <Doors {...parts} onOpen={open} /> }
}

/** Nothing is exported of a conversation in which nothing was said. */
function useSpokenConversation(): string | undefined {
  return useChat((state) => (state.messages.length === 0 ? undefined : state.conversationId))
}

function Doors(parts: DataParts & { readonly onOpen: (section: DataSection) => void }) {
  return <DataDoor {...parts} conversationId={useSpokenConversation()} />
}

function Data(parts: DataParts & { readonly section: DataSection | undefined }) {
  return <DataPanel {...parts} conversationId={useSpokenConversation()} />
}
