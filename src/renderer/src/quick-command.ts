import { useTranslations } from 'use-intl'

import { useSettingsSession } from './settings/use-settings'
import { useCommands } from './ui/use-commands'

/** The quick window from the palette and by keys, where no key of the whole system is chosen for it. */
export function useQuickCommand(): void {
  const words = useTranslations('quick')
  const { ask } = useSettingsSession()
  useCommands(() => [{ id: 'quick-question', title: words('title'), run: () => void ask('openQuick', {}) }])
}
