import { FileKey2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { KeysState } from '#shared/requests/settings'

import { ActionButton } from '../ui/action-button'
import { TextControl } from '../ui/text-control'
import { SettingRow } from './setting-row'
import { useSettings, useSettingsSession } from './use-settings'

const PASSWORD = '.proxy/password'

/** The proxy's password, which main keeps like a key, and the authorities that are trusted beside the system's. */
export function NetworkExtras() {
  const { values, fixed, hidden } = useSettings()
  return (
    <>
      {values.proxyMode !== 'none' && values.proxyUser !== '' && <ProxyPassword />}
      {!hidden.includes('caFile') && <CaFile file={values.caFile} isFixed={fixed.includes('caFile')} />}
    </>
  )
}

function ProxyPassword() {
  const words = useTranslations('settings.network')
  const { ask } = useSettingsSession()
  const [keys, setKeys] = useState<KeysState>()
  const [isRefused, setIsRefused] = useState(false)

  useEffect(() => {
    let isHere = true
    void ask('readKeys', {}).then((answer) => isHere && setKeys(answer))
    return () => {
      isHere = false
    }
  }, [ask])

  async function keep(password: string): Promise<void> {
    const before = await ask('setProxyPassword', { password })
    setIsRefused(before === undefined && (await ask('readKeys', {}))?.states[PASSWORD] === 'this-run')
    setKeys(await ask('readKeys', {}))
  }

  const state = keys?.states[PASSWORD]
  return (
    <SettingRow
      label={words('password')}
      hint={state === undefined ? undefined : words(`passwordState.${state}`)}
      problem={isRefused && keys?.isProtected === true ? words('passwordRefused') : undefined}
    >
      {(ids) => (
        <TextControl
          {...ids}
          isSecret
          value=""
          placeholder={state === undefined ? '' : '••••••••'}
          onEnter={(password) => void keep(password)}
        />
      )}
    </SettingRow>
  )
}

interface CaFileProps {
  readonly file: string
  readonly isFixed: boolean
}

function CaFile({ file, isFixed }: CaFileProps) {
  const words = useTranslations('settings.network')
  const { ask, change } = useSettingsSession()
  const [problem, setProblem] = useState<'unreadable' | 'no-certificate'>()

  async function choose(): Promise<void> {
    const chosen = (await ask('chooseCaFile', {}))?.chosen
    setProblem(chosen === 'trusted' ? undefined : chosen)
  }

  return (
    <SettingRow
      label={words('caFile')}
      hint={file === '' ? words('caFileHint') : file}
      problem={problem && words(`caFileProblem.${problem}`)}
      isFixed={isFixed}
    >
      {() =>
        !isFixed && (
          <>
            {file !== '' && (
              <ActionButton
                icon={FileKey2}
                label={words('caFileRemove')}
                onPress={() => void change({ caFile: '' })}
              />
            )}
            <ActionButton icon={FileKey2} label={words('caFileChoose')} onPress={() => void choose()} />
          </>
        )
      }
    </SettingRow>
  )
}
