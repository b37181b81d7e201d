import { createContext, useContext } from 'react'
import { useStore } from 'zustand'

import type { SettingsState } from '#shared/preferences'

import type { SettingsSession } from './settings-session'

export const SettingsContext = createContext<SettingsSession | undefined>(undefined)

export function useSettingsSession(): SettingsSession {
  const session = useContext(SettingsContext)
  if (session === undefined) throw new Error('useSettingsSession needs a SettingsContext above it')
  return session
}

export function useSettings(): SettingsState {
  return useStore(useSettingsSession().store)
}

/** Whether the administrator has fixed a connection, or every one by allowing only the ready-made. */
export function useIsLocked(): (connectionId: string) => boolean {
  const { locked, canAdd } = useSettings().connections
  return (connectionId) => !canAdd || locked.includes(connectionId)
}
