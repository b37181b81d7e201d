import { BrowserWindow } from 'electron'

import type { Events } from '#shared/contract'

/** Tells the window in front what was chosen in the menu. */
export function tellWish(wish: Events['portableWish']['wish']): void {
  const event: Events['portableWish'] = { wish }
  BrowserWindow.getFocusedWindow()?.webContents.send('tell', 'portableWish', event)
}
