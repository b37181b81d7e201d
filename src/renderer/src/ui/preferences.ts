import { createContext, useContext } from 'react'
import { type StoreApi, useStore } from 'zustand'

import { DEFAULT_PREFERENCES, type Preferences, type SettingsState } from '#shared/preferences'

/** What is preferred in this moment, in every window alike. */
export type PreferencesStore = Pick<StoreApi<SettingsState>, 'getState' | 'getInitialState' | 'subscribe'>

const NEVER = () => () => {}
const BEFORE_ANYTHING: SettingsState = { values: DEFAULT_PREFERENCES, fixed: [], hidden: [] }

/** Without one above it, a part of the window goes by the defaults. */
export const PreferencesContext = createContext<PreferencesStore>({
  getState: () => BEFORE_ANYTHING,
  getInitialState: () => BEFORE_ANYTHING,
  subscribe: NEVER,
})

/** Renders again only when this one preference changes. */
export function usePreference<Name extends keyof Preferences>(name: Name): Preferences[Name] {
  return useStore(useContext(PreferencesContext), ({ values }) => values[name])
}
