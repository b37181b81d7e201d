import { app, dialog } from 'electron'

import type { Words } from './words'

/** Quits; in the middle of an answer only after a word of the user's, who is asked once at a time. */
export function createQuit(words: () => Words, isBusy: () => boolean): () => Promise<void> {
  let isAsking = false
  return async () => {
    if (isAsking) return
    if (isBusy()) {
      isAsking = true
      const { quitting } = words()
      const { response } = await dialog.showMessageBox({
        ...{ type: 'question', message: quitting.title, detail: quitting.body },
        ...{ buttons: [quitting.quit, quitting.stay], defaultId: 1, cancelId: 1 },
      })
      isAsking = false
      if (response !== 0) return
    }
    app.quit()
  }
}
