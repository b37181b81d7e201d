import type { Answers } from '#shared/contract'
import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from '#shared/preferences'
import type { SettingsAnswers } from '#shared/requests/settings'
import type { Result } from '#shared/result'

type Answered = { readonly [Name in keyof SettingsAnswers]: () => Result<Answers[Name]> }

/** What main answers about settings when nobody has changed one. */
export const FAKE_SETTINGS: Answered = {
  readSettings: () => ({
    ok: true,
    value: { ...DEFAULT_SETTINGS, values: { ...DEFAULT_PREFERENCES, isWelcomed: true } },
  }),
  changeSettings: () => ({ ok: true, value: { refused: [] } }),
  readKeys: () => ({ ok: true, value: { isProtected: true, states: {} } }),
  setProxyPassword: () => ({ ok: true, value: undefined }),
  chooseCaFile: () => ({ ok: true, value: { chosen: undefined } }),
  readAbout: () => ({
    ok: true,
    value: {
      version: '0.1.0',
      electron: '45.4.1',
      chromium: '156.0.1.2',
      node: '24.18.0',
      folder: '/home/me/.config/Nagare',
      policy: undefined,
    },
  }),
}
