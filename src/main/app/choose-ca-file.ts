import { BrowserWindow, dialog } from 'electron'

import type { Answers } from '#shared/contract'

import type { SettingsWords } from './settings-words'

export interface ChooseCaFileOptions {
  readonly words: () => SettingsWords
  /** What stands in the way of trusting it, if anything. */
  readonly judge: (file: string) => 'unreadable' | 'no-certificate' | undefined
  readonly onChoose: (file: string) => void
}

/** The page may name no file: the user does, in a dialog of the system. */
export async function chooseCaFile(options: ChooseCaFileOptions): Promise<Answers['chooseCaFile']> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (window === undefined) return { chosen: undefined }
  const { judge, onChoose } = options
  const words = options.words()
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.chooseCaFile,
    filters: [{ name: words.caFiles, extensions: ['pem', 'crt', 'cer'] }],
    properties: ['openFile'],
  })
  const [file] = filePaths
  if (file === undefined) return { chosen: undefined }
  const problem = judge(file)
  if (problem === undefined) onChoose(file)
  return { chosen: problem ?? 'trusted' }
}
