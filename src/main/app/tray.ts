import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, Tray } from 'electron'

import type { TrayCommand, TrayItem } from '../desktop/tray-items'
import coloured from '../../../resources/tray/tray.png?inline'
import template from '../../../resources/tray/trayTemplate.png?inline'
import largeTemplate from '../../../resources/tray/trayTemplate@2x.png?inline'

export interface TrayWishes {
  /** The icon itself was pressed. */
  readonly onPress: () => void
  readonly onCommand: (command: TrayCommand) => void
  readonly onReply: (conversationId: string) => void
}

export interface TrayIcon {
  /** Shows the icon with this menu. A desktop without a place for icons shows none, and does not say so. */
  show(items: readonly TrayItem[]): void
  remove(): void
}

/** The app's icon where the system keeps those of programs in the background. */
export function createTrayIcon({ onPress, onCommand, onReply }: TrayWishes): TrayIcon {
  let tray: Tray | undefined

  function open(): Tray {
    const opened = new Tray(drawIcon())
    opened.setToolTip('Nagare')
    opened.on('click', onPress)
    return opened
  }

  function toTemplate(item: TrayItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'line':
        return { type: 'separator' }
      case 'heading':
        return { label: item.label, enabled: false }
      case 'command':
        return { id: item.command, label: item.label, click: () => onCommand(item.command) }
      case 'reply':
        return { label: item.label, click: () => onReply(item.conversationId) }
    }
  }

  return {
    show: (items) => {
      tray ??= open()
      tray.setContextMenu(Menu.buildFromTemplate(items.map(toTemplate)))
    },
    remove: () => {
      tray?.destroy()
      tray = undefined
    },
  }
}

/** A Mac colours its menu bar's icons itself. */
function drawIcon(): NativeImage {
  if (process.platform !== 'darwin') return nativeImage.createFromDataURL(coloured)
  const icon = nativeImage.createFromDataURL(template)
  icon.addRepresentation({ scaleFactor: 2, dataURL: largeTemplate })
  icon.setTemplateImage(true)
  return icon
}
