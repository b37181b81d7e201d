import { z } from 'zod'

import type { Preferences, SettingsState } from '../preferences'
import type { SecretState } from '../secret'
import { GLOBAL_KEYS_PATTERN, isOwned, KEYS_PATTERN } from '../shortcuts'

const line = z.string().trim().max(1000)
const isPort = (port: number): boolean => port >= 1 && port <= 65_535
const oneOf = <const Values extends readonly (string | number)[]>(values: Values) => z.literal(values)

/** Each preference on its own: an odd value in a file costs only itself. */
export const preferenceFields = {
  language: oneOf(['system', 'en', 'ja']),
  finishInBackground: z.boolean(),
  theme: oneOf(['system', 'light', 'dark']),
  fontSize: oneOf([87.5, 100, 112.5, 125, 150]),
  textWidth: oneOf(['narrow', 'medium', 'wide', 'full']),
  revealSpeed: oneOf(['calm', 'quick', 'instant']),
  motion: oneOf(['system', 'reduced']),
  sendKey: oneOf(['enter', 'command-enter']),
  answerView: oneOf(['end', 'top']),
  proxyMode: oneOf(['system', 'none', 'manual', 'pac']),
  // A password in the address would be kept, shown and logged like an address.
  proxyAddress: line
    .regex(
      /^(|((https?|socks[45]?):\/\/)?[\w.-]+:\d{1,5}|((https?|socks[45]?):\/\/)?\[[\da-f:]+\]:\d{1,5})$/i,
    )
    .refine((address) => address === '' || isPort(Number(/\d+$/.exec(address)?.[0]))),
  proxyBypass: line,
  proxyUser: line,
  pacAddress: line.regex(/^(|(https?|file):\/\/\S+)$/i),
  caFile: line,
  stallSeconds: z.number().min(5).max(3600),
  storesKeysUnprotected: z.boolean(),
  localApi: z.boolean(),
  localApiPort: z.int().min(1024).max(65535),
  titlesFromModel: z.boolean(),
  looksForUpdates: z.boolean(),
  isWelcomed: z.boolean(),
  notifies: z.boolean(),
  mostTokensPerAnswer: z.int().min(0).max(1_000_000_000),
  mostDollarsPerAnswer: z.number().min(0).max(1_000_000),
  mostTokensPerDay: z.int().min(0).max(1_000_000_000),
  mostDollarsPerDay: z.number().min(0).max(1_000_000),
  // Undefined takes a command back to its default keys.
  shortcuts: z.record(
    z.string().max(200),
    z
      .string()
      .regex(KEYS_PATTERN)
      .refine((keys) => !isOwned(keys))
      .optional(),
  ),
  quickKeys: z
    .string()
    .regex(GLOBAL_KEYS_PATTERN)
    .refine((keys) => !isOwned(keys)),
  checksSpelling: z.boolean(),
  tray: z.boolean(),
  keepsRunning: z.boolean(),
  startsAtLogin: z.boolean(),
  showsRecents: z.boolean(),
} satisfies { readonly [Name in keyof Preferences]: z.ZodType<Preferences[Name]> }

export const settingsRequests = {
  /** Reads the preferences and follows them from then on. */
  readSettings: z.strictObject({}),
  /** Undefined takes a preference back to what it is by default. */
  changeSettings: z.strictObject({ changes: z.strictObject(preferenceFields).partial() }),
  /** How secrets are kept here. */
  readKeys: z.strictObject({}),
  /** An empty password is none. It crosses the bridge here, in this direction only. */
  setProxyPassword: z.strictObject({ password: z.string().max(1000) }),
  /** Asks the user for a file of certificate authorities, and trusts them from then on. */
  chooseCaFile: z.strictObject({}),
  readAbout: z.strictObject({}),
}

export interface SettingsAnswers {
  readSettings: SettingsState
  changeSettings: ChangedSettings
  readKeys: KeysState
  setProxyPassword: void
  /** Undefined when the user thought better of it. */
  chooseCaFile: { readonly chosen: 'trusted' | 'unreadable' | 'no-certificate' | undefined }
  readAbout: About
}

export interface SettingsEvents {
  settings: SettingsState
  /** From the native menu. */
  openSettings: Readonly<Record<string, never>>
}

/** Nothing is changed if anything that was asked for is fixed. */
export interface ChangedSettings {
  readonly refused: readonly (keyof Preferences)[]
}

export interface KeysState {
  /** Whether the system encrypts for this user. */
  readonly isProtected: boolean
  /** Every secret by `owner/field`. */
  readonly states: Readonly<Record<string, SecretState>>
}

export interface About {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
  /** The folder of conversations, settings and keys. */
  readonly folder: string
  /** The administrator's file, when there is one. */
  readonly policy: { readonly file: string; readonly isBroken: boolean } | undefined
}
