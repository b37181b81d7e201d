import { app, type CommandLine, globalShortcut } from 'electron'

import type { Registrar } from '../desktop/quick-keys'
import { shortcutReach, type ShortcutReach } from '../desktop/shortcut-reach'

const PORTAL = 'GlobalShortcutsPortal'

/** How keys can reach this app. */
export function ownReach(): ShortcutReach {
  const { platform, env, versions } = process
  return shortcutReach({ platform, env, electron: versions['electron'] ?? '' })
}

/** Must run before the app is ready: some versions ask a Wayland desktop's portal only if they are told to. */
export function allowPortal(commandLine: CommandLine): void {
  if (ownReach() !== 'asked') return
  const features = commandLine.getSwitchValue('enable-features').split(',').filter(Boolean)
  commandLine.appendSwitch('enable-features', [...features, PORTAL].join(','))
}

/** The system's own register of keys. It is given back with the app. */
export const globalKeys: Registrar = {
  register: (accelerator, onPress) => globalShortcut.register(accelerator, onPress),
  unregister: (accelerator) => globalShortcut.unregister(accelerator),
}

app.on('will-quit', () => {
  if (app.isReady()) globalShortcut.unregisterAll()
})
