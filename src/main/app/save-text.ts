import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'

import { dialog } from 'electron'

import type { Handlers } from '../bridge/answer'

/** The page may not write files: it hands over a text, and the user says where it goes. */
export const saveText: Handlers['saveText'] = async ({ name, text }) => {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: name })
  if (canceled) return { savedAs: undefined }
  await writeFile(filePath, text)
  return { savedAs: basename(filePath) }
}
