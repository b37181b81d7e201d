import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'

import { BrowserWindow, dialog } from 'electron'

import type { Handlers } from '../bridge/answer'

type SaveFile = (name: string, data: string | Uint8Array) => Promise<{ readonly savedAs: string | undefined }>

/** The page may not write files: it hands over what to save, and the user says where it goes. One dialog at a time. */
export function createSaveHandlers(): Pick<Handlers, 'saveText' | 'savePng'> {
  const save = createSaveFile()
  return {
    saveText: ({ name, text }) => save(name, text),
    savePng: ({ name, base64 }) => save(name, Buffer.from(base64, 'base64')),
  }
}

function createSaveFile(): SaveFile {
  let isAsking = false
  return async (name, data) => {
    const window = BrowserWindow.getFocusedWindow()
    if (isAsking || window === null) return { savedAs: undefined }
    isAsking = true
    try {
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name })
      if (canceled) return { savedAs: undefined }
      await writeFile(filePath, data)
      return { savedAs: basename(filePath) }
    } finally {
      isAsking = false
    }
  }
}
