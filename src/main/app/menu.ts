import { Menu, type MenuItemConstructorOptions } from 'electron'

import type { Words } from './words'

export interface MenuOptions {
  readonly words: Words
  readonly openWindow: () => void
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
}

/** The native menu, made of roles where there is one: each brings its accelerator and its behaviour with it. */
export function setMenu({ words, openWindow, platform, isPackaged }: MenuOptions): void {
  const isMac = platform === 'darwin'
  const developerItems: MenuItemConstructorOptions[] = isPackaged ? [] : [{ role: 'toggleDevTools' }]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } as const] : []),
      {
        role: 'fileMenu',
        submenu: [
          { label: words.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: openWindow },
          { type: 'separator' },
          { role: isMac ? 'close' : 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        role: 'viewMenu',
        submenu: [
          { role: 'reload' },
          { type: 'separator' },
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
          ...developerItems,
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
