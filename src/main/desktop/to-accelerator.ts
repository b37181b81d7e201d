import type { Keys } from '#shared/shortcuts'

/** As Electron writes keys. */
export function toAccelerator(keys: Keys): string {
  return keys.replace(/^Mod\+/, 'CmdOrCtrl+')
}
