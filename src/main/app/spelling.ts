import { app, type Session } from 'electron'

import type { DictionaryServer } from '../desktop/dictionary-server'
import { spellingLanguages } from '../desktop/spelling-languages'
import { reachNothingBut } from './guards'

export interface SpellingParts {
  /** Of the pages in which is written. */
  readonly session: Session
  readonly dictionaries: DictionaryServer
  /** Whether the session has the way out of a developer, and needs no gap. */
  readonly isDeveloping: boolean
}

/**
 * Switches the checking of spelling. A Mac checks by itself; elsewhere Chromium asks for a dictionary once and keeps it, and
 * its one way to it is open for as long as checking is on.
 */
export async function checkSpelling(isOn: boolean, parts: SpellingParts): Promise<void> {
  const { session, dictionaries, isDeveloping } = parts
  if (process.platform === 'darwin') return session.setSpellCheckerEnabled(isOn)
  if (!isOn) {
    session.setSpellCheckerLanguages([])
    session.setSpellCheckerEnabled(false)
    await dictionaries.stop()
    if (!isDeveloping) await session.setProxy(reachNothingBut())
    return
  }
  const host = await dictionaries.start()
  if (!isDeveloping) await session.setProxy(reachNothingBut(host))
  session.setSpellCheckerDictionaryDownloadURL(`http://${host}/`)
  session.setSpellCheckerLanguages([
    ...spellingLanguages(
      [app.getLocale(), ...app.getPreferredSystemLanguages()],
      session.availableSpellCheckerLanguages,
    ),
  ])
  session.setSpellCheckerEnabled(true)
}
