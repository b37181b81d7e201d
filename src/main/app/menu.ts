import { Menu, type MenuItemConstructorOptions } from 'electron'

import type { Events } from '#shared/contract'
import { type ChosenKeys, keysOf, type StandingCommand } from '#shared/shortcuts'

import { toAccelerator } from '../desktop/to-accelerator'
import type { PortableWords } from './portable-words'
import type { MenuWord, Words } from './words'

export interface MenuOptions {
  readonly words: Words
  readonly portable: PortableWords['menu']
  /** What the user chose instead of the default keys. */
  readonly keys: ChosenKeys
  readonly openWindow: () => void
  readonly openQuick: () => void
  readonly settings: { readonly label: string; readonly open: () => void }
  readonly updates: () => void
  readonly tellWish: (wish: Events['portableWish']['wish']) => void
  /** Its role would quit without a word in the middle of an answer. */
  readonly quit: () => void
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
}

type Role = Exclude<MenuWord, 'file' | 'edit' | 'view' | 'window' | 'help' | 'updates' | 'quit'>

/** The native menu, made of roles where there is one: each brings its accelerator and its behaviour with it. */
export function setMenu(options: MenuOptions): void {
  const {
    words,
    portable,
    keys,
    openWindow,
    openQuick,
    settings,
    updates,
    tellWish,
    quit,
    platform,
    isPackaged,
  } = options
  const isMac = platform === 'darwin'
  const { menu } = words
  const items = (...roles: readonly (Role | 'separator')[]): MenuItemConstructorOptions[] =>
    roles.map((role) => (role === 'separator' ? { type: role } : { role, label: menu[role] }))

  const command = (id: StandingCommand, label: string, click: () => void): MenuItemConstructorOptions => {
    const accelerator = toAccelerator(keysOf(id, keys))
    return { id, label, click, ...(accelerator === '' ? {} : { accelerator }) }
  }
  const settingsItem = command('settings general', settings.label, settings.open)
  const quitItem: MenuItemConstructorOptions = {
    ...{ id: 'quit', label: isMac ? words.quitApp : menu.quit, click: quit },
    // Windows has no keys for it but those that close a window.
    ...(platform === 'win32' ? {} : { accelerator: 'CommandOrControl+Q' }),
  }

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [appMenu(settingsItem, quitItem)] : []),
      {
        role: 'fileMenu',
        label: menu.file,
        submenu: [
          command('new-window', words.newWindow, openWindow),
          command('quick-question', words.quickQuestion, openQuick),
          { type: 'separator' },
          command('import', portable.import, () => tellWish('import')),
          command('export', portable.export, () => tellWish('export')),
          command('backups', portable.backups, () => tellWish('backups')),
          command('print', portable.print, () => tellWish('print')),
          ...(isMac ? [] : [{ type: 'separator' } as const, settingsItem]),
          { type: 'separator' },
          ...(isMac ? items('close') : [quitItem]),
        ],
      },
      {
        role: 'editMenu',
        label: menu.edit,
        submenu: items('undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'selectAll'),
      },
      {
        role: 'viewMenu',
        label: menu.view,
        submenu: [
          ...items('reload', 'separator', 'resetZoom', 'zoomIn', 'zoomOut', 'separator', 'togglefullscreen'),
          // Its usual keys are the stream inspector's.
          ...(isPackaged
            ? []
            : [{ role: 'toggleDevTools', label: menu.toggleDevTools, accelerator: 'F12' } as const]),
        ],
      },
      { role: 'windowMenu', label: menu.window, submenu: items('minimize', 'zoom', 'close') },
      { role: 'help', label: menu.help, submenu: [command('updates', menu.updates, updates)] },
    ]),
  )
}

/** Named by the system after the app. Its settings are where a Mac has them. */
function appMenu(
  settings: MenuItemConstructorOptions,
  quit: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  const roles = ['services', 'separator', 'hide', 'hideOthers', 'unhide', 'separator'] as const
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      settings,
      { type: 'separator' },
      ...roles.map((role) => (role === 'separator' ? ({ type: role } as const) : ({ role } as const))),
      quit,
    ],
  }
}
