import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'

import { BrowserWindow, dialog } from 'electron'

import type { Handlers } from '../bridge/answer'

/** The page may not write files: it hands over a text, and the user says where it goes. One dialog at a time. */
export function createSaveText(): Handlers['saveText'] {
  let isAsking = false
  return async ({ name, text }) => {
    const window = BrowserWindow.getFocusedWindow()
    if (isAsking || window === null) return { savedAs: undefined }
    isAsking = true
    try {
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name })
      if (canceled) return { savedAs: undefined }
      await writeFile(filePath, text)
      return { savedAs: basename(filePath) }
    } finally {
      isAsking = false
    }
  }
}
