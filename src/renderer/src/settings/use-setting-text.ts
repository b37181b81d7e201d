import { useTranslations } from 'use-intl'

import { DEFAULT_KEYS, type StandingCommand } from '#shared/shortcuts'

import type { SettingText } from './find-settings'
import { useValueWords } from './setting-control'
import { useCommandName } from './shortcuts/use-shortcut-rows'

/** What the search looks through: labels, explanations and values, in the language of the window. */
export function useSettingText(): Omit<SettingText, 'panels'> {
  const names = useTranslations('settings.names')
  const hints = useTranslations('settings.hints')
  const words = useTranslations('settings')
  const describe = useValueWords()
  const nameOf = useCommandName()
  const commands = Object.keys(DEFAULT_KEYS) as readonly StandingCommand[]
  return {
    setting: ({ name, control }) => {
      const hint = hints.has(name as never) ? hints(name as never) : ''
      const values = control.kind === 'choice' ? control.values.map((value) => describe(name, value)) : []
      return [names(name), hint, ...values].join(' ')
    },
    title: (panel) => words(`panels.${panel}`),
    panel: (panel) => {
      const named = panel === 'shortcuts' ? commands.map(nameOf) : []
      return [words(`panels.${panel}`), words(`keywords.${panel}`), ...named].join(' ')
    },
  }
}
