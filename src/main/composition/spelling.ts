import type { Session } from 'electron'

import { createImageNetwork } from '../app/image-network'
import { checkSpelling } from '../app/spelling'
import { createDictionaryServer } from '../desktop/dictionary-server'
import { fetchDictionary } from '../desktop/fetch-dictionary'
import { createMissingDictionaries } from '../desktop/missing-dictionaries'
import type { SettingsParts } from './settings'

export interface SpellingComposition extends Pick<SettingsParts, 'preferences' | 'way'> {
  /** Of the pages in which is written. */
  readonly page: Session
  readonly isDeveloping: boolean
  readonly log: (what: string, cause: unknown) => void
}

/** Joins the checking of spelling to its setting, and to the app's own way out for its dictionaries. */
export function composeSpelling({ preferences, way, page, isDeveloping, log }: SpellingComposition) {
  const { fetchOnce } = createImageNetwork(way)
  const missing = createMissingDictionaries()
  const dictionaries = createDictionaryServer({
    fetchDictionary: (name) => fetchDictionary(name, fetchOnce),
    onOutcome: (name, failure) => {
      missing.note(name, failure)
      if (failure !== undefined) log(`The dictionary ${name} could not be downloaded`, failure)
    },
  })
  let isOn = false
  let settled = Promise.resolve()
  const follow = (): void => {
    if (preferences.read().checksSpelling === isOn) return
    isOn = !isOn
    const wanted = isOn
    missing.forget()
    settled = settled
      .then(() => checkSpelling(wanted, { session: page, dictionaries, isDeveloping }))
      .catch((cause: unknown) => log('The spelling cannot be checked', cause))
  }
  follow()
  preferences.follow(follow)
  return missing.handlers
}
