import {
  DEFAULT_PREFERENCES,
  type PreferenceName,
  type Preferences,
  type SettingsState,
} from '#shared/preferences'
import type { Requests } from '#shared/contract'

import type { Policy } from './policy'
import type { SettingsStore } from './settings-store'

export interface PreferenceStore {
  /** What holds: the administrator's word, else the user's, else the default. */
  read(): Preferences
  state(): SettingsState
  /** Saves the changes and tells everybody. What is fixed stays: then nothing is changed, and the answer names it. */
  change(changes: Requests['changeSettings']['changes']): readonly PreferenceName[]
  /** Calls back at every change; returns the function that ends it. */
  follow(listener: (state: SettingsState) => void): () => void
}

export function createPreferences(
  settings: Pick<SettingsStore, 'read' | 'change'>,
  policy: Policy,
): PreferenceStore {
  const listeners = new Set<(state: SettingsState) => void>()
  const names = Object.keys(DEFAULT_PREFERENCES) as PreferenceName[]
  const fixed = names.filter(policy.isFixed)

  function read(): Preferences {
    const chosen = settings.read()
    const values = names.map((name) => {
      const value = policy.isFixed(name) ? policy.values[name] : chosen[name]
      return [name, value ?? DEFAULT_PREFERENCES[name]] as const
    })
    return Object.fromEntries(values) as unknown as Preferences
  }

  const { readyMade, onlyReadyMade } = policy.connections
  const connections = { locked: Object.keys(readyMade), canAdd: !onlyReadyMade }
  const state = (): SettingsState => ({ values: read(), fixed, hidden: policy.hidden, connections })

  return {
    read,
    state,
    change: (changes) => {
      const refused = fixed.filter((name) => name in changes)
      if (refused.length > 0) return refused
      settings.change(changes)
      for (const listener of listeners) listener(state())
      return []
    },
    follow: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
