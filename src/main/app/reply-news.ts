import { BrowserWindow, Notification, type WebContents } from 'electron'

import type { ReplySignalsParts } from '../desktop/reply-signals'

/** More than all of it: that something is going on, and nobody knows how long. */
const INDETERMINATE = 2
const NONE = -1

export interface ReplyNewsParts {
  /** Brings a window to the front, opens one if there is none. */
  readonly focus: () => BrowserWindow
  /** Has a window show a conversation. */
  readonly show: (contents: WebContents, conversationId: string) => void
}

/** How the desktop is told of replies. */
export function createReplyNews({
  focus,
  show,
}: ReplyNewsParts): Pick<ReplySignalsParts, 'isLookedAt' | 'notify' | 'showProgress'> {
  /** One that nobody holds is collected with what it does when it is pressed. */
  const shown = new Set<Notification>()

  return {
    isLookedAt: () => BrowserWindow.getFocusedWindow() !== null,
    notify: (conversationId, text) => {
      if (!Notification.isSupported()) return
      const notification = new Notification(text)
      shown.add(notification)
      notification.once('close', () => shown.delete(notification))
      notification.once('click', () => {
        shown.delete(notification)
        show(focus().webContents, conversationId)
      })
      notification.show()
    },
    showProgress: (isAnswering) => {
      // Elsewhere it would be a bar that is full.
      if (process.platform !== 'win32') return
      for (const window of BrowserWindow.getAllWindows()) {
        window.setProgressBar(isAnswering ? INDETERMINATE : NONE)
      }
    },
  }
}
