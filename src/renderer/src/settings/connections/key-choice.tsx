import { useTranslations } from 'use-intl'

import { ChoiceControl } from '../../ui/choice-control'
import { SettingRow } from '../setting-row'
import { useSettings, useSettingsSession } from '../use-settings'

/** Where the system protects no keys, the user decides what becomes of them. */
export function KeyChoice({ isStored }: { readonly isStored: boolean }) {
  const words = useTranslations('connections.keyChoice')
  const { change } = useSettingsSession()
  const { fixed } = useSettings()
  return (
    <SettingRow label={words('label')} hint={words('hint')} isFixed={fixed.includes('storesKeysUnprotected')}>
      {(ids) => (
        <ChoiceControl
          {...ids}
          name="storesKeysUnprotected"
          value={isStored ? 'store' : 'run'}
          choices={[
            { value: 'run', label: words('run') },
            { value: 'store', label: words('store') },
          ]}
          isDisabled={fixed.includes('storesKeysUnprotected')}
          onChoose={(value) => void change({ storesKeysUnprotected: value === 'store' })}
        />
      )}
    </SettingRow>
  )
}
