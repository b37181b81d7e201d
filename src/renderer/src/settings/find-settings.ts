import type { SettingsState } from '#shared/preferences'

import type { PanelId } from '#shared/panels'
import { type Setting, SETTINGS } from './setting-table'

/** What a setting or a panel says of itself, for the search. */
export interface SettingText {
  /** Those that are shown. */
  readonly panels: readonly PanelId[]
  readonly setting: (setting: Setting) => string
  readonly title: (panel: PanelId) => string
  /** Its title, and other words that lead to it. */
  readonly panel: (panel: PanelId) => string
}

export interface FoundPanel {
  readonly panel: PanelId
  /** Empty when only the panel itself was found. */
  readonly settings: readonly Setting[]
}

/** The settings of a panel that are shown now. */
export function shownSettings(panel: PanelId, { values, hidden }: SettingsState): readonly Setting[] {
  const all = SETTINGS[panel] ?? []
  return all.filter(({ name, when = () => true }) => !hidden.includes(name) && when(values))
}

/** Every word that was typed must occur, in any order: in the setting and the title above it, or in its panel's words. */
export function findSettings(query: string, state: SettingsState, text: SettingText): readonly FoundPanel[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean)
  const holds = (said: string) => wanted.every((word) => said.includes(word))
  return text.panels.flatMap((panel) => {
    const title = fold(text.title(panel))
    const settings = shownSettings(panel, state).filter((setting) =>
      holds(`${fold(text.setting(setting))} ${title}`),
    )
    return settings.length > 0 || holds(fold(text.panel(panel))) ? [{ panel, settings }] : []
  })
}

/** Full-width letters, half-width kana and accents are no difference to somebody who searches. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
