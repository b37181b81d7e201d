import { useTranslations } from 'use-intl'

import panel from './panel.module.css'
import { useFollowed } from './use-followed'
import { useSettings, useSettingsSession } from './use-settings'

/** Says when spelling is to be checked and cannot be. */
export function SpellingProblem() {
  const words = useTranslations('settings')
  const state = useFollowed(useSettingsSession().spelling)
  const isShown = useSettings().values.checksSpelling && state?.isMissing === true
  return <div className={panel.prose}>{isShown && <p role="alert">{words('dictionaryMissing')}</p>}</div>
}
