import { createContext, useContext } from 'react'
import { type StoreApi, useStore } from 'zustand'

import { DEFAULT_SETTINGS, type Preferences, type SettingsState } from '#shared/preferences'

/** What is preferred in this moment, in every window alike. */
export type PreferencesStore = Pick<StoreApi<SettingsState>, 'getState' | 'getInitialState' | 'subscribe'>

const NEVER = () => () => {}

/** Without one above it, a part of the window goes by the defaults. */
export const PreferencesContext = createContext<PreferencesStore>({
  getState: () => DEFAULT_SETTINGS,
  getInitialState: () => DEFAULT_SETTINGS,
  subscribe: NEVER,
})

/** Renders again only when this one preference changes. */
export function usePreference<Name extends keyof Preferences>(name: Name): Preferences[Name] {
  return useStore(useContext(PreferencesContext), ({ values }) => values[name])
}
