import { app, BrowserWindow, Notification } from 'electron'

import type { Words } from './words'

/** For a desktop that gives the app no keys, and starts programs by its own. */
export const QUICK_SWITCH = '--quick'

export interface WindowsOptions {
  readonly open: () => BrowserWindow
  readonly words: () => Words
  readonly replies: { readonly isBusy: () => boolean; readonly stopAll: () => void }
  /** What the user wants when the last window closes in mid-reply. */
  readonly finishesInBackground: () => boolean
  /** Whether the app goes on without a window, from the tray. */
  readonly keepsRunning: () => boolean
  /** The last window that the user opened has closed. */
  readonly onLastClosed: () => void
  /** Somebody started the app once more, for its quick window. */
  readonly onQuick: () => void
  /** What it was started for once more; false when for nothing but itself. */
  readonly onArguments: (argv: readonly string[], folder: string) => boolean
}

export interface Windows {
  open(): void
  /** Brings one to the front, and opens one if there is none. */
  focus(): BrowserWindow
  /** Whether the app goes when the last that is seen of it goes. */
  endsUnseen(): boolean
  /** The last reply has ended: an app that only stayed for it may go. */
  quitUnlessSeen(): void
}

/**
 * The app's windows. With the last one the app ends, as is the custom of the system, unless a reply is still coming
 * that the user wants finished: then it stays without a window, says so, and ends with the reply.
 */
export function manageWindows(options: WindowsOptions): Windows {
  const { open, words, replies, finishesInBackground, keepsRunning, onLastClosed } = options
  const stays = (): boolean => process.platform === 'darwin' || keepsRunning()
  /** Only those that the user opened: a window that draws an export is not for eyes. */
  const opened = new Set<BrowserWindow>()
  const openOne = (): BrowserWindow => {
    const window = open()
    opened.add(window)
    window.once('closed', () => {
      opened.delete(window)
      if (opened.size === 0) onLastClosed()
    })
    return window
  }
  const focus = (): BrowserWindow => {
    const focused = BrowserWindow.getFocusedWindow()
    // One that is gone says so a moment before it says that it was closed.
    const there = [...opened].filter((one) => !one.isDestroyed())
    const window = there.find((one) => one === focused) ?? there[0] ?? openOne()
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    return window
  }
  app.on('second-instance', (_, argv, folder) => {
    if (options.onArguments(argv, folder)) return
    if (argv.includes(QUICK_SWITCH)) options.onQuick()
    else focus()
  })
  app.on('activate', focus)
  app.on('window-all-closed', () => {
    if (!replies.isBusy()) quitUnlessSeen()
    else if (!finishesInBackground()) replies.stopAll()
    else if (!keepsRunning()) sayFinishing(words())
  })

  return {
    open: () => void openOne(),
    focus,
    endsUnseen: () => opened.size === 0 && !stays(),
    quitUnlessSeen,
  }

  function quitUnlessSeen(): void {
    if (BrowserWindow.getAllWindows().length === 0 && !stays()) app.quit()
  }
}

function sayFinishing({ finishing }: Words): void {
  if (Notification.isSupported()) new Notification(finishing).show()
}
