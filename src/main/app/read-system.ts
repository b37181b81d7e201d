import { app } from 'electron'

/** How the window comes to the screen, in Chromium's words. */
export interface System {
  readonly locale: string
  readonly systemLocale: string
  readonly graphics: string
  readonly hasSandbox: boolean
  /** On Linux: what the session speaks, and what this app does. */
  readonly display: string | undefined
}

export function readSystem(env: Readonly<Record<string, string | undefined>>): System {
  const { gpu_compositing: graphics } = app.getGPUFeatureStatus()
  return {
    locale: app.getLocale(),
    systemLocale: app.getSystemLocale(),
    graphics,
    hasSandbox: !app.commandLine.hasSwitch('no-sandbox'),
    display: process.platform === 'linux' ? readDisplay(env) : undefined,
  }
}

function readDisplay(env: Readonly<Record<string, string | undefined>>): string {
  const session = env['XDG_SESSION_TYPE'] ?? (env['WAYLAND_DISPLAY'] === undefined ? 'x11' : 'wayland')
  const asked = app.commandLine.getSwitchValue('ozone-platform')
  return asked === '' ? session : `${session}, asked for ${asked}`
}
