import type { PanelId } from '#shared/panels'
import type { PreferenceName, Preferences } from '#shared/preferences'

import { isMac } from '../ui/command-key'

/** One preference as it is drawn. What each is called stands in the words, under its name. */
export type Setting = { readonly [Name in DrawnName]: SettingOf<Name> }[DrawnName]

/** Shortcuts are many, and have a panel of their own. */
type DrawnName = Exclude<PreferenceName, 'shortcuts'>

interface SettingOf<Name extends PreferenceName> {
  readonly name: Name
  readonly control: Control<Preferences[Name]>
  /** Shown only while this holds. */
  readonly when?: (values: Preferences) => boolean
}

type Control<Value> = [Value] extends [boolean]
  ? { readonly kind: 'switch' }
  : | { readonly kind: 'choice'; readonly values: readonly Value[] }
    | { readonly kind: 'text'; readonly placeholder?: string }
    | { readonly kind: 'keys' }
    | { readonly kind: 'number'; readonly least: number; readonly most: number }

const isManual = ({ proxyMode }: Preferences): boolean => proxyMode === 'manual'
const hasProxy = ({ proxyMode }: Preferences): boolean => proxyMode !== 'none'

/** Every preference, in the order of its panel. Adding one is adding a line here, and its words. */
export const SETTINGS: Readonly<Partial<Record<PanelId, readonly Setting[]>>> = {
  general: [
    { name: 'language', control: { kind: 'choice', values: ['system', 'en', 'ja'] } },
    { name: 'finishInBackground', control: { kind: 'switch' } },
    { name: 'notifies', control: { kind: 'switch' } },
    { name: 'quickKeys', control: { kind: 'keys' } },
    { name: 'tray', control: { kind: 'switch' } },
    { name: 'keepsRunning', control: { kind: 'switch' }, when: ({ tray }) => tray && !isMac },
    { name: 'startsAtLogin', control: { kind: 'switch' } },
    { name: 'showsRecents', control: { kind: 'switch' } },
    { name: 'checksSpelling', control: { kind: 'switch' } },
    { name: 'looksForUpdates', control: { kind: 'switch' } },
  ],
  chat: [
    { name: 'sendKey', control: { kind: 'choice', values: ['enter', 'command-enter'] } },
    { name: 'answerView', control: { kind: 'choice', values: ['end', 'top'] } },
    { name: 'titlesFromModel', control: { kind: 'switch' } },
    { name: 'mostTokensPerAnswer', control: { kind: 'number', least: 0, most: 1_000_000_000 } },
    { name: 'mostDollarsPerAnswer', control: { kind: 'number', least: 0, most: 1_000_000 } },
    { name: 'mostTokensPerDay', control: { kind: 'number', least: 0, most: 1_000_000_000 } },
    { name: 'mostDollarsPerDay', control: { kind: 'number', least: 0, most: 1_000_000 } },
  ],
  appearance: [
    { name: 'theme', control: { kind: 'choice', values: ['system', 'light', 'dark'] } },
    { name: 'fontSize', control: { kind: 'choice', values: [87.5, 100, 112.5, 125, 150] } },
    { name: 'textWidth', control: { kind: 'choice', values: ['narrow', 'medium', 'wide', 'full'] } },
    { name: 'motion', control: { kind: 'choice', values: ['system', 'reduced'] } },
    { name: 'revealSpeed', control: { kind: 'choice', values: ['calm', 'quick', 'instant'] } },
  ],
  network: [
    { name: 'proxyMode', control: { kind: 'choice', values: ['system', 'none', 'manual', 'pac'] } },
    {
      name: 'proxyAddress',
      control: { kind: 'text', placeholder: 'proxy.example.com:8080' },
      when: isManual,
    },
    {
      name: 'proxyBypass',
      control: { kind: 'text', placeholder: '*.example.com, 10.0.0.0/8' },
      when: isManual,
    },
    {
      name: 'pacAddress',
      control: { kind: 'text', placeholder: 'https://example.com/proxy.pac' },
      when: ({ proxyMode }) => proxyMode === 'pac',
    },
    { name: 'proxyUser', control: { kind: 'text' }, when: hasProxy },
    { name: 'stallSeconds', control: { kind: 'number', least: 5, most: 3600 } },
  ],
  api: [
    { name: 'localApi', control: { kind: 'switch' } },
    { name: 'localApiPort', control: { kind: 'number', least: 1024, most: 65535 } },
  ],
}
