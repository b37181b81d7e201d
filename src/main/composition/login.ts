import { app } from 'electron'

import { isStartedAtLogin, launchAtLogin } from '../app/launch-at-login'
import type { PreferenceStore } from '../settings/preferences'

export interface LoginParts {
  readonly preferences: Pick<PreferenceStore, 'read' | 'follow'>
  readonly onFailure: (cause: unknown) => void
}

/** Keeps the system's list of what starts at login as the setting says. A build from source is in no such list. */
export function composeLogin({ preferences, onFailure }: LoginParts) {
  let isSet: boolean | undefined

  function apply(): void {
    const { startsAtLogin } = preferences.read()
    if (!app.isPackaged || startsAtLogin === isSet) return
    try {
      launchAtLogin(startsAtLogin)
      isSet = startsAtLogin
    } catch (cause) {
      onFailure(cause)
    }
  }

  apply()
  preferences.follow(apply)
  return {
    /** The user has just logged in, and wants to find Nagare in the tray. */
    startsHidden: () => {
      const { tray, keepsRunning } = preferences.read()
      return tray && (keepsRunning || process.platform === 'darwin') && isStartedAtLogin()
    },
  }
}
