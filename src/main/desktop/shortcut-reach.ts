/** How keys can reach the app from other programs: at once, if the desktop agrees (which it does not say), or not at all. */
export type ShortcutReach = 'direct' | 'asked' | 'none'

export interface ShortcutPlace {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** Of Electron, as `45.4.1`. */
  readonly electron: string
}

/** The first Electron that can ask a Wayland desktop for keys, through its portal. */
const PORTAL_SINCE = 35

/** Wayland gives no program the keys of another: its desktop's portal may. Before that existed, taking them seems to work and does not. */
export function shortcutReach({ platform, env, electron }: ShortcutPlace): ShortcutReach {
  if (platform !== 'linux' || env['XDG_SESSION_TYPE'] !== 'wayland') return 'direct'
  return Number.parseInt(electron) >= PORTAL_SINCE ? 'asked' : 'none'
}
