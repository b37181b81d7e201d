import { useTranslations } from 'use-intl'

import { type CommandId, keysOf } from '#shared/shortcuts'

import { showKeys } from './command-key'
import { usePreference } from './preferences'

/** What a button says of itself when the pointer rests on it: what it does, and the keys for it if there are any. */
export function useHint(): (label: string, command: CommandId) => string {
  const words = useTranslations('shortcuts')
  const chosen = usePreference('shortcuts')
  return (label, command) => {
    const keys = keysOf(command, chosen)
    return keys === '' ? label : words('hint', { label, keys: showKeys(keys) })
  }
}
