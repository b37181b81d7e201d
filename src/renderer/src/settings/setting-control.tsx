import { useState } from 'react'
import { useTranslations } from 'use-intl'

import { assertNever } from '#shared/assert-never'
import type { Preferences } from '#shared/preferences'

import { ChoiceControl } from '../ui/choice-control'
import { SwitchControl } from '../ui/switch-control'
import { TextControl } from '../ui/text-control'
import { QuickKeysControl } from './shortcuts/quick-keys-control'
import type { Setting } from './setting-table'
import { SettingRow } from './setting-row'
import type { Change } from './settings-session'
import { useSettings, useSettingsSession } from './use-settings'

/** One preference: read live, and saved the moment it is changed. */
export function SettingControl({ setting }: { readonly setting: Setting }) {
  const { name, control } = setting
  const names = useTranslations('settings.names')
  const hints = useTranslations('settings.hints')
  const words = useTranslations('settings')
  const session = useSettingsSession()
  const { values, fixed } = useSettings()
  const [isRefused, setIsRefused] = useState(false)
  const isFixed = fixed.includes(name)
  const describe = useValueWords()

  async function change(value: Preferences[typeof name]): Promise<void> {
    const error = await session.change({ [name]: value } as Change)
    setIsRefused(error !== undefined)
  }

  return (
    <SettingRow
      label={names(name)}
      hint={hints.has(name as never) ? hints(name as never) : undefined}
      problem={isRefused ? words('refused') : undefined}
      isFixed={isFixed}
    >
      {(ids) => {
        const common = { ...ids, isDisabled: isFixed }
        switch (control.kind) {
          case 'switch':
            return (
              <SwitchControl {...common} isOn={values[name] === true} onSwitch={(on) => void change(on)} />
            )
          case 'choice':
            return (
              <ChoiceControl<string | number>
                {...common}
                name={name}
                value={values[name] as string | number}
                choices={control.values.map((value) => ({ value, label: describe(name, value) }))}
                onChoose={(value) => void change(value as Preferences[typeof name])}
              />
            )
          case 'text':
            return (
              <TextControl
                {...common}
                value={String(values[name])}
                placeholder={control.placeholder ?? ''}
                onEnter={(text) => void change(text)}
              />
            )
          case 'number':
            return (
              <TextControl
                {...common}
                isNumber
                value={String(values[name])}
                placeholder={`${control.least}–${control.most}`}
                onEnter={(text) => void change(Number(text))}
              />
            )
          case 'keys':
            return (
              <QuickKeysControl
                {...common}
                name={names(name)}
                keys={String(values[name])}
                onChoose={(keys) => void change(keys)}
              />
            )
          default:
            return assertNever(control)
        }
      }}
    </SettingRow>
  )
}

/** What a value is called: `dark`, `112.5`. A dot would be a path in the words. */
export function useValueWords(): (name: Setting['name'], value: string | number) => string {
  const words = useTranslations('settings.values')
  return (name, value) => words(`${name}.${String(value).replace('.', '-')}` as Parameters<typeof words>[0])
}
