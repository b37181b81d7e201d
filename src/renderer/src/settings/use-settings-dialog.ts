import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'

import { type PanelId, PANELS } from '#shared/panels'
import { useCommands } from '../ui/use-commands'
import { useSettingsSession } from './use-settings'

export interface SettingsDialogState {
  /** Undefined while the dialog is closed. */
  readonly panel: PanelId | undefined
  open(panel: PanelId): void
  close(): void
}

/** Which panel is open. The native menu, the palette and any button may open one. */
export function useSettingsDialog(): SettingsDialogState {
  const words = useTranslations('settings')
  const { onAsked, onUpdatesAsked, ask } = useSettingsSession()
  const [panel, setPanel] = useState<PanelId>()

  useEffect(() => onAsked(() => setPanel('general')), [onAsked])

  function checkForUpdates(): void {
    setPanel('about')
    void ask('checkForUpdate', {})
  }
  const hearMenu = useEffectEvent(checkForUpdates)
  useEffect(() => onUpdatesAsked(() => hearMenu()), [onUpdatesAsked])

  useCommands(() => [
    { id: 'updates', title: words('checkForUpdates'), run: checkForUpdates },
    ...PANELS.map((one) => ({
      id: `settings ${one}` as const,
      title: words('openPanel', { panel: words(`panels.${one}`) }),
      keywords: words(`keywords.${one}`),
      run: () => setPanel(one),
    })),
  ])

  return { panel, open: setPanel, close: () => setPanel(undefined) }
}
