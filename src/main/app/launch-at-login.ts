import { homedir } from 'node:os'

import { app } from 'electron'

import { AT_LOGIN, autostartFile, setAutostart } from '../desktop/autostart-entry'

/** Has the system start the app when the user logs in, or no longer. Throws when the system refuses. */
export function launchAtLogin(isWanted: boolean): void {
  const { env } = process
  if (process.platform === 'linux') {
    const file = autostartFile({ env, home: homedir() })
    // An AppImage runs from a place that is another one each time.
    return setAutostart(file, isWanted ? (env['APPIMAGE'] ?? process.execPath) : undefined)
  }
  // A portable Nagare on Windows unpacks itself to a place that is another one each time.
  const path = env['PORTABLE_EXECUTABLE_FILE'] ?? process.execPath
  const same = { path, args: [AT_LOGIN] }
  if (app.getLoginItemSettings(same).openAtLogin !== isWanted) {
    app.setLoginItemSettings({ ...same, openAtLogin: isWanted })
  }
}

/** Whether this start is the system's own, at the user's login. */
export function isStartedAtLogin(): boolean {
  if (process.platform === 'darwin') return app.getLoginItemSettings().wasOpenedAtLogin
  return process.argv.includes(AT_LOGIN)
}
