import { existsSync } from 'node:fs'

import { app, nativeTheme, safeStorage } from 'electron'

import { chooseCaFile } from '../app/choose-ca-file'
import type { Network, NetworkWay } from '../app/network'
import { saySettingsProblems } from '../app/say-settings-problem'
import { createSystemCipher } from '../app/system-cipher'
import { type SettingsWords, settingsWords } from '../app/settings-words'
import { mainLanguage, readWords, type Words } from '../app/words'
import type { Handlers } from '../bridge/answer'
import { knowsProvider } from '../models/known-names'
import { type KeyStore, openKeyStore } from '../settings/key-store'
import { policyFile, readPolicy, type Policy } from '../settings/policy'
import { createPreferences, type PreferenceStore } from '../settings/preferences'
import { settingsHandlers, type SettingsRequest } from '../settings/settings-handlers'
import { openSettings, type SettingsStore } from '../settings/settings-store'
import { rememberSecretsOf } from '../transport/known-secrets'
import { readAuthorities } from '../transport/read-authorities'
import { createProviderNetwork, PROXY_OWNER } from './network'

export interface SettingsParts {
  readonly settings: SettingsStore
  readonly preferences: PreferenceStore
  readonly policy: Policy
  readonly keys: KeyStore
  readonly fetch: typeof globalThis.fetch
  readonly way: NetworkWay
  readonly join: Network['join']
  /** In the language of the moment. */
  readonly words: () => Words
  readonly settingsWords: () => SettingsWords
  readonly handlers: Pick<Handlers, SettingsRequest>
}

/** What the user and the administrator decided, and all that follows from it by itself: theme, language and network. */
export function openAllSettings(inUserData: (file: string) => string): SettingsParts {
  rememberSecretsOf(process.env)
  const now = () => new Date()
  const settings = openSettings(inUserData('settings.json'), now)
  const policy = readPolicy(
    policyFile({
      ...{ platform: process.platform, env: process.env, isPackaged: app.isPackaged },
      exists: existsSync,
    }),
    knowsProvider,
  )
  const preferences = createPreferences(settings, policy)
  const cipher = createSystemCipher(safeStorage, process.platform)
  const keys = openKeyStore({
    file: inUserData('keys.json'),
    cipher,
    mayStoreUnprotected: () => preferences.read().storesKeysUnprotected,
    now,
  })
  void keys.load()
  nativeTheme.themeSource = preferences.read().theme
  preferences.follow(({ values }) => (nativeTheme.themeSource = values.theme))

  const network = createProviderNetwork({ preferences, keys, isPackaged: app.isPackaged })
  const words = () => readWords(preferences.read().language)
  const ownWords = () => settingsWords(mainLanguage(preferences.read().language))
  const { file, problem } = policy
  saySettingsProblems({ words: words(), settingsWords: ownWords(), settings, keys, policy })

  return {
    settings,
    preferences,
    policy,
    keys,
    fetch: network.fetch,
    way: network.way,
    join: network.join,
    words,
    settingsWords: ownWords,
    handlers: settingsHandlers({
      preferences,
      keys,
      cipher,
      keepProxyPassword: (password) => {
        keys.write(PROXY_OWNER, 'password', password === '' ? undefined : password)
        network.renewLogin()
      },
      chooseCaFile: () =>
        chooseCaFile({
          words: ownWords,
          judge: (chosen) => {
            const read = readAuthorities(chosen)
            return 'problem' in read ? read.problem : undefined
          },
          onChoose: (caFile) => void preferences.change({ caFile }),
        }),
      readAbout: () => ({
        version: app.getVersion(),
        electron: process.versions['electron'] ?? '',
        chromium: process.versions['chrome'] ?? '',
        node: process.versions.node,
        folder: app.getPath('userData'),
        policy: file === undefined ? undefined : { file, isBroken: problem?.kind === 'broken' },
      }),
    }),
  }
}
