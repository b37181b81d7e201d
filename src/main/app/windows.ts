import { app, BrowserWindow, Notification } from 'electron'

import type { Words } from './words'

export interface WindowsOptions {
  readonly open: () => BrowserWindow
  readonly words: () => Words
  readonly replies: { readonly isBusy: () => boolean; readonly stopAll: () => void }
  /** What the user wants when the last window closes in mid-reply. */
  readonly finishesInBackground: () => boolean
}

export interface Windows {
  open(): void
  /** Brings one to the front, and opens one if there is none. */
  focus(): BrowserWindow
  /** The last reply has ended: an app that only stayed for it may go. */
  quitUnlessSeen(): void
}

/**
 * The app's windows. With the last one the app ends, as is the custom of the system, unless a reply is still coming
 * that the user wants finished: then it stays without a window, says so, and ends with the reply.
 */
export function manageWindows({ open, words, replies, finishesInBackground }: WindowsOptions): Windows {
  /** Only those that the user opened: a window that draws an export is not for eyes. */
  const opened = new Set<BrowserWindow>()
  const openOne = (): BrowserWindow => {
    const window = open()
    opened.add(window)
    window.once('closed', () => opened.delete(window))
    return window
  }
  const focus = (): BrowserWindow => {
    const [window = openOne()] = opened
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    return window
  }
  app.on('second-instance', focus)
  app.on('activate', focus)
  app.on('window-all-closed', () => {
    if (!replies.isBusy()) quitUnlessSeen()
    else if (finishesInBackground()) sayFinishing(words())
    else replies.stopAll()
  })

  return { open: () => void openOne(), focus, quitUnlessSeen }
}

function quitUnlessSeen(): void {
  if (BrowserWindow.getAllWindows().length === 0 && process.platform !== 'darwin') app.quit()
}

function sayFinishing({ finishing }: Words): void {
  if (Notification.isSupported()) new Notification(finishing).show()
}
