import { app, dialog } from 'electron'

import type { Words } from './words'

/** Quits; in the middle of an answer only after a word of the user's. */
export async function askQuit({ quitting }: Words, isBusy: () => boolean): Promise<void> {
  if (isBusy()) {
    const { response } = await dialog.showMessageBox({
      ...{ type: 'question', message: quitting.title, detail: quitting.body },
      ...{ buttons: [quitting.quit, quitting.stay], defaultId: 1, cancelId: 1 },
    })
    if (response !== 0) return
  }
  app.quit()
}
