import { app, dialog } from 'electron'

import type { OpenFailure } from '../conversations/database'
import type { Words } from './words'

/** The history cannot be opened: says why and what to do, and ends the app. Nothing was changed. */
export function sayCannotOpen(words: Words, failure: OpenFailure, file: string): void {
  dialog.showErrorBox(words.cannotOpen, `${words.cannotOpenBecause[failure.code]}\n\n${file}`)
  app.quit()
}
