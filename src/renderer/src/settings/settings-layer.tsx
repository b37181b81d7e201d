import { useState } from 'react'

import { ConnectionsPanel } from './connections/connections-panel'
import { ModelsPanel } from './connections/models-panel'
import { Welcome } from './connections/welcome'
import { useUpdateNotice } from './updates/use-update-notice'
import type { PanelSlots } from './panel'
import { SettingsDialog } from './settings-dialog'
import type { SettingsDialogState } from './use-settings-dialog'

interface SettingsLayerProps {
  readonly dialog: SettingsDialogState
  /** Panels that other features draw. */
  readonly slots: PanelSlots
  /** The models, or the connections to them, are others now. */
  readonly onModelsChange: () => void
}

/** The settings above everything else, and at the very first start the question how to begin. */
export function SettingsLayer({ dialog, slots, onModelsChange }: SettingsLayerProps) {
  /** The provider that a new user decided to begin with, until the settings are left. */
  const [first, setFirst] = useState<string>()
  useUpdateNotice()
  return (
    <>
      <SettingsDialog
        panel={dialog.panel}
        onPanel={dialog.open}
        onClose={() => {
          setFirst(undefined)
          dialog.close()
        }}
        slots={{
          connections: <ConnectionsPanel first={first} onChange={onModelsChange} />,
          models: <ModelsPanel onChange={onModelsChange} />,
          ...slots,
        }}
      />
      <Welcome
        onConnect={(id) => {
          setFirst(id)
          dialog.open('connections')
        }}
      />
    </>
  )
}
