import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'

import { commandLabel, isCommand } from '../ui/command-key'
import { useCommands } from '../ui/use-commands'
import type { PanelId } from './setting-table'
import { useSettingsSession } from './use-settings'

/** Panels that are always there. */
const COMMANDS: readonly PanelId[] = [
  'general',
  'connections',
  'models',
  'appearance',
  'data',
  'network',
  'privacy',
  'about',
]

export interface SettingsDialogState {
  /** Undefined while the dialog is closed. */
  readonly panel: PanelId | undefined
  open(panel: PanelId): void
  close(): void
}

/** Which panel is open. The native menu, the palette and any button may open one. */
export function useSettingsDialog(): SettingsDialogState {
  const words = useTranslations('settings')
  const { onAsked } = useSettingsSession()
  const [panel, setPanel] = useState<PanelId>()

  useEffect(() => onAsked(() => setPanel('general')), [onAsked])

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== ',' || !isCommand(event)) return
    // The native menu has the same keys.
    event.preventDefault()
    setPanel('general')
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  useCommands(() =>
    COMMANDS.map((one) => ({
      id: `settings ${one}`,
      title: words('openPanel', { panel: words(`panels.${one}`) }),
      keywords: words(`keywords.${one}`),
      ...(one === 'general' ? { keys: commandLabel(',') } : {}),
      run: () => setPanel(one),
    })),
  )

  return { panel, open: setPanel, close: () => setPanel(undefined) }
}
