import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'

import { useChat } from './chat/use-chat'
import { DataDoor, type Wish } from './portable/data-door'
import { DataPanel, type DataSection } from './portable/data-panel'
import type { Portable } from './portable/portable'
import { useReadImport } from './portable/use-read-import'
import type { Work } from './portable/work'
import type { PresetsPanelProps } from './presets/presets-panel'
import { useNotify } from './ui/notices'

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
  /** How prompts leave the app and come into it. */
  readonly ofPresets: PresetsPanelProps
  /** Shows what the file would add that the app was opened with. */
  readonly importOpened: () => void
}

/** Joins exports, imports and backups to the settings that show them and to the conversation that is open. */
export function useKeeping(parts: DataParts, showPanel: () => void): Keeping {
  const [section, setSection] = useState<DataSection>()
  const words = useTranslations('portable')
  const notify = useNotify()
  const read = useReadImport(parts.portable, parts.work)

  function open(wanted: DataSection): void {
    setSection(wanted)
    showPanel()
  }

  async function exportPresets(): Promise<void> {
    const done = await parts.portable.exportPresets()
    if (done.outcome === 'done') notify({ text: words('saved', { name: done.savedAs }) })
    if (done.outcome === 'failed') notify({ text: words(`failures.${done.reason}`) })
  }

  return {
    importOpened: () => {
      open('import')
      read(true)
    },
    ofPresets: { onExport: () => void exportPresets(), onImport: () => open('import') },
    panel: <Data {...parts} section={section} />,
    doors: <Doors {...parts} onOpen={open} />,
  }
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
