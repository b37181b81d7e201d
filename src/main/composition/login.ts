import { app } from 'electron'

import { isStartedAtLogin, launchAtLogin } from '../app/launch-at-login'
import { keepLoginItem, type LoginItemParts } from '../desktop/login-item'

/** Joins the start at login to its setting, and to the tray, in which the user then finds the app. */
export function composeLogin({ preferences, onFailure }: Pick<LoginItemParts, 'preferences' | 'onFailure'>) {
  const isAtLogin = isStartedAtLogin()
  keepLoginItem({
    ...{ preferences, onFailure, isInstalled: app.isPackaged, isStartedAtLogin: isAtLogin },
    set: launchAtLogin,
  })
  return {
    /** The user has just logged in, and wants to find Nagare in the tray. */
    startsHidden: () => {
      const { tray, keepsRunning } = preferences.read()
      return tray && (keepsRunning || process.platform === 'darwin') && isAtLogin
    },
  }
}
