import type { About } from '#shared/requests/settings'
import type { SettingsState } from '#shared/preferences'

import type { Handlers } from '../bridge/answer'
import { appFailure } from '../bridge/app-failure'
import { createFollowers } from '../bridge/followers'
import type { Cipher } from './cipher'
import type { KeyStore } from './key-store'
import type { PreferenceStore } from './preferences'

export type SettingsRequest =
  'readSettings' | 'changeSettings' | 'readKeys' | 'setProxyPassword' | 'chooseCaFile' | 'readAbout'

export interface SettingsParts {
  readonly preferences: PreferenceStore
  readonly keys: KeyStore
  readonly cipher: Pick<Cipher, 'isAvailable'>
  /** Holds from then on; an empty one is none. */
  readonly keepProxyPassword: (password: string) => void
  readonly chooseCaFile: Handlers['chooseCaFile']
  readonly readAbout: () => About
}

/** Joins the settings' requests of the contract to what answers them. */
export function settingsHandlers(parts: SettingsParts): Pick<Handlers, SettingsRequest> {
  const { preferences, keys, cipher, keepProxyPassword, chooseCaFile, readAbout } = parts
  const followers = createFollowers('settings')
  preferences.follow(followers.tell)

  return {
    readSettings: (_, caller): SettingsState => {
      followers.add(caller)
      return preferences.state()
    },

    changeSettings: async ({ changes }) => {
      const refused = preferences.change(changes)
      if (refused.length === 0 && 'storesKeysUnprotected' in changes) {
        keys.keepAgain()
        await settleKeys(keys)
      }
      return { refused }
    },

    readKeys: async () => {
      await keys.load()
      return { isProtected: await cipher.isAvailable(), states: keys.states() }
    },

    setProxyPassword: async ({ password }) => {
      keepProxyPassword(password)
      await settleKeys(keys)
    },

    chooseCaFile,
    readAbout,
  }
}

/** A disk that refuses is no bug: the window has a sentence for it, and the key holds until the app quits. */
export async function settleKeys(keys: Pick<KeyStore, 'settled'>): Promise<void> {
  try {
    await keys.settled()
  } catch (cause) {
    throw appFailure('not-kept', cause)
  }
}
