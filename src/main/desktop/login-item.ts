import type { PreferenceStore } from '../settings/preferences'

export interface LoginItemParts {
  readonly preferences: Pick<PreferenceStore, 'read' | 'follow'>
  /** A build from source is in no list of the system's. */
  readonly isInstalled: boolean
  /** The system has started it, so it is in the list. */
  readonly isStartedAtLogin: boolean
  /** Puts the app into the system's list of what starts at login, or takes it out. Throws when the system refuses. */
  readonly set: (isWanted: boolean) => void
  readonly onFailure: (cause: unknown) => void
}

/**
 * Keeps the system's list of what starts at login as the setting says. What the user has put there by other means is not
 * taken out as long as the setting stays off.
 */
export function keepLoginItem(parts: LoginItemParts): void {
  const { preferences, isInstalled, isStartedAtLogin, set, onFailure } = parts
  let isSet = isStartedAtLogin

  function apply(): void {
    const { startsAtLogin } = preferences.read()
    if (!isInstalled || startsAtLogin === isSet) return
    try {
      set(startsAtLogin)
      isSet = startsAtLogin
    } catch (cause) {
      onFailure(cause)
    }
  }

  apply()
  preferences.follow(apply)
}
