import { Tabs } from '@base-ui/react/tabs'
import { useState } from 'react'
import { useTranslations } from 'use-intl'

import type { PanelId } from '#shared/panels'
import { Dialog } from '../ui/dialog'
import { PartBoundary } from '../ui/part-boundary'
import { findSettings } from './find-settings'
import { Panel, type PanelSlots, shownPanels } from './panel'
import { SearchResults } from './search-results'
import { useSettingText } from './use-setting-text'
import styles from './settings-dialog.module.css'
import { useSettings } from './use-settings'

interface SettingsDialogProps {
  readonly panel: PanelId | undefined
  readonly onPanel: (panel: PanelId) => void
  readonly onClose: () => void
  readonly slots: PanelSlots
}

/** Everything that can be decided, panel by panel or by search. */
export function SettingsDialog({ panel, onPanel, onClose, slots }: SettingsDialogProps) {
  const words = useTranslations('settings')
  return (
    <Dialog isOpen={panel !== undefined} onClose={onClose} title={words('title')} size="large">
      <Tabs.Root
        className={styles.body}
        orientation="vertical"
        value={panel ?? 'general'}
        onValueChange={(next) => onPanel(next as PanelId)}
      >
        <Inside onPanel={onPanel} slots={slots} />
      </Tabs.Root>
    </Dialog>
  )
}

/** Drawn while the dialog is open, so that a search does not outlive it. */
function Inside({ onPanel, slots }: Pick<SettingsDialogProps, 'onPanel' | 'slots'>) {
  const words = useTranslations('settings')
  const [query, setQuery] = useState('')
  const state = useSettings()
  const text = useSettingText()
  const panels = shownPanels(slots, state)
  const isSearching = query.trim() !== ''

  function goTo(panel: PanelId): void {
    setQuery('')
    onPanel(panel)
  }

  return (
    <>
      <div className={styles.side}>
        <input
          type="search"
          className={styles.search}
          aria-label={words('search')}
          placeholder={words('search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Tabs.List className={styles.tabs} aria-label={words('panelsLabel')}>
          {panels.map((panel) => (
            <Tabs.Tab key={panel} value={panel} className={styles.tab} onClick={() => setQuery('')}>
              {words(`panels.${panel}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      {isSearching ? (
        <div className={styles.panel}>
          <SearchResults found={findSettings(query, state, { ...text, panels })} onPanel={goTo} />
        </div>
      ) : (
        panels.map((panel) => (
          <Tabs.Panel key={panel} value={panel} className={styles.panel} tabIndex={-1}>
            <PartBoundary part="panel">
              <Panel panel={panel} slots={slots} />
            </PartBoundary>
          </Tabs.Panel>
        ))
      )}
    </>
  )
}
