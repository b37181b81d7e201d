import { useTranslations } from 'use-intl'

import type { SettingText } from './find-settings'
import { useValueWords } from './setting-control'

/** What the search looks through: labels, explanations and values, in the language of the window. */
export function useSettingText(): Omit<SettingText, 'panels'> {
  const names = useTranslations('settings.names')
  const hints = useTranslations('settings.hints')
  const words = useTranslations('settings')
  const describe = useValueWords()
  return {
    setting: ({ name, control }) => {
      const hint = hints.has(name as never) ? hints(name as never) : ''
      const values = control.kind === 'choice' ? control.values.map((value) => describe(name, value)) : []
      return [names(name), hint, ...values].join(' ')
    },
    title: (panel) => words(`panels.${panel}`),
    panel: (panel) => `${words(`panels.${panel}`)} ${words(`keywords.${panel}`)}`,
  }
}
