import type { ChosenKeys, Keys } from './shortcuts'

/** What the user prefers, one by one and flat, so that each can be searched, told, fixed and reset by its name. */
export interface Preferences {
  readonly language: 'system' | 'en' | 'ja'
  /** Whether a reply is finished when the last window closes. Otherwise it is stopped. */
  readonly finishInBackground: boolean
  readonly theme: 'system' | 'light' | 'dark'
  /** In per cent of the usual size. */
  readonly fontSize: 87.5 | 100 | 112.5 | 125 | 150
  readonly textWidth: 'narrow' | 'medium' | 'wide' | 'full'
  readonly revealSpeed: 'calm' | 'quick' | 'instant'
  readonly motion: 'system' | 'reduced'
  /** What sends a message; the other one breaks the line. */
  readonly sendKey: 'enter' | 'command-enter'
  /** How the view goes with an answer: on with its end, or only until its top has reached the upper edge. */
  readonly answerView: 'end' | 'top'
  readonly proxyMode: 'system' | 'none' | 'manual' | 'pac'
  /** `host:port`, or `socks5://host:port`. Empty when there is none. */
  readonly proxyAddress: string
  /** Hosts that are reached without the proxy, separated by commas. */
  readonly proxyBypass: string
  readonly proxyUser: string
  readonly pacAddress: string
  /** A PEM file of certificate authorities to trust beside the system's. */
  readonly caFile: string
  /** A provider that is silent for so long, before or in a reply, is given up. */
  readonly stallSeconds: number
  /** Whether keys are stored where the system protects none. */
  readonly storesKeysUnprotected: boolean
  /** Whether other programs on this computer may use the connections, with a token. */
  readonly localApi: boolean
  readonly localApiPort: number
  /** Whether the model of a first answer is asked for a title: a request of its own, which may be billed. */
  readonly titlesFromModel: boolean
  /** Whether Nagare looks once a day whether there is a newer release. It downloads none by itself. */
  readonly looksForUpdates: boolean
  /** The first question, how to begin, was answered. */
  readonly isWelcomed: boolean
  /** Whether the system says that an answer is there to whoever is in another program. */
  readonly notifies: boolean
  /** How much one answer may take before it is stopped; 0 is no limit. Tokens that come out, and US dollars. */
  readonly mostTokensPerAnswer: number
  readonly mostDollarsPerAnswer: number
  /** How much a day may take before the next answer is asked for; 0 is no limit. Tokens in and out, and US dollars. */
  readonly mostTokensPerDay: number
  readonly mostDollarsPerDay: number
  readonly shortcuts: ChosenKeys
  /** What calls the quick window from every program, as `Mod+Shift+Space`. Empty: nothing does. */
  readonly quickKeys: Keys
  /** Whether spelling is checked where something is written; off a Mac with a dictionary from Google's servers. */
  readonly checksSpelling: boolean
  /** Whether the app has an icon in the tray, or in the menu bar of a Mac. */
  readonly tray: boolean
  /** Whether the app goes on in the tray without a window. */
  readonly keepsRunning: boolean
  /** Whether the system starts the app when the user logs in. */
  readonly startsAtLogin: boolean
  /** Whether the desktop lists the titles of recent conversations, in the dock or the jump list. */
  readonly showsRecents: boolean
}

export type PreferenceName = keyof Preferences

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'system',
  finishInBackground: true,
  theme: 'system',
  fontSize: 100,
  textWidth: 'medium',
  revealSpeed: 'calm',
  motion: 'system',
  sendKey: 'enter',
  answerView: 'end',
  proxyMode: 'system',
  proxyAddress: '',
  proxyBypass: '',
  proxyUser: '',
  pacAddress: '',
  caFile: '',
  stallSeconds: 60,
  storesKeysUnprotected: false,
  localApi: false,
  localApiPort: 17340,
  titlesFromModel: false,
  looksForUpdates: true,
  isWelcomed: false,
  notifies: true,
  mostTokensPerAnswer: 0,
  mostDollarsPerAnswer: 0,
  mostTokensPerDay: 0,
  mostDollarsPerDay: 0,
  shortcuts: {},
  quickKeys: '',
  checksSpelling: false,
  tray: false,
  keepsRunning: false,
  startsAtLogin: false,
  showsRecents: true,
}

/** The preferences as a window may know them. */
export interface SettingsState {
  readonly values: Preferences
  /** These the administrator of this computer has fixed. */
  readonly fixed: readonly PreferenceName[]
  /** These the administrator does not want shown. */
  readonly hidden: readonly PreferenceName[]
  /** What the administrator says about connections. */
  readonly connections: { readonly locked: readonly string[]; readonly canAdd: boolean }
}

/** As long as nobody has changed anything. */
export const DEFAULT_SETTINGS: SettingsState = {
  values: DEFAULT_PREFERENCES,
  fixed: [],
  hidden: [],
  connections: { locked: [], canAdd: true },
}
