import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

import { type PanelId, PANELS } from '#shared/panels'
import type { SettingsState } from '#shared/preferences'

import { AboutPanel } from './about-panel'
import { shownSettings } from './find-settings'
import { LocalApiPanel } from './local-api/local-api-panel'
import { NetworkExtras } from './network-extras'
import styles from './panel.module.css'
import { PrivacyPanel } from './privacy-panel'
import { RevealSample } from './reveal-sample'
import { SettingControl } from './setting-control'
import { ShortcutsPanel } from './shortcuts/shortcuts-panel'
import { SpellingProblem } from './spelling-problem'
import { useSettings } from './use-settings'

/** Panels that other features draw. */
export type PanelSlots = Readonly<Partial<Record<PanelId, ReactNode>>>

/** These have more than their settings. */
const OWN_PARTS: readonly PanelId[] = ['appearance', 'shortcuts', 'network', 'api', 'privacy', 'about']

/** A panel without anything in it is not shown. */
export function shownPanels(slots: PanelSlots, state: SettingsState): readonly PanelId[] {
  return PANELS.filter(
    (panel) =>
      !isHidden(panel, state) &&
      (OWN_PARTS.includes(panel) || slots[panel] !== undefined || shownSettings(panel, state).length > 0),
  )
}

/** A panel that would be nothing without one setting goes with it. */
function isHidden(panel: PanelId, { hidden }: SettingsState): boolean {
  if (panel === 'shortcuts') return hidden.includes('shortcuts')
  return panel === 'api' && hidden.includes('localApi')
}

interface PanelProps {
  readonly panel: PanelId
  readonly slots: PanelSlots
}

export function Panel({ panel, slots }: PanelProps) {
  const words = useTranslations('settings')
  const settings = shownSettings(panel, useSettings())
  return (
    <section aria-label={words(`panels.${panel}`)}>
      <h3 className={styles.title}>{words(`panels.${panel}`)}</h3>
      {settings.map((setting) => (
        <SettingControl key={setting.name} setting={setting} />
      ))}
      <OwnPart panel={panel} />
      {slots[panel]}
    </section>
  )
}

function OwnPart({ panel }: Pick<PanelProps, 'panel'>): ReactNode {
  switch (panel) {
    case 'appearance':
      return <RevealSample />
    case 'network':
      return <NetworkExtras />
    case 'privacy':
      return <PrivacyPanel />
    case 'shortcuts':
      return <ShortcutsPanel />
    case 'about':
      return <AboutPanel />
    case 'api':
      return <LocalApiPanel />
    case 'general':
      return <SpellingProblem />
    case 'connections':
    case 'models':
    case 'chat':
    case 'prompts':
    case 'data':
      return null
  }
}
