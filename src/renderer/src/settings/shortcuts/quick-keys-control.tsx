import { X } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import { GLOBAL_KEYS_PATTERN, isOwned, type Keys } from '#shared/shortcuts'

import { showKeys } from '../../ui/command-key'
import { IconButton } from '../../ui/icon-button'
import type { RowIds } from '../setting-row'
import { useFollowed } from '../use-followed'
import { useSettings, useSettingsSession } from '../use-settings'
import styles from './shortcuts.module.css'
import { useRecordedKeys } from './use-recorded-keys'
import { useShortcutRows } from './use-shortcut-rows'

interface QuickKeysControlProps extends RowIds {
  /** What the keys are for. */
  readonly name: string
  readonly keys: Keys
  readonly isDisabled: boolean
  readonly onChoose: (keys: Keys) => void
}

/** Keys that work in every program: recorded, and told whether the system gives them. */
export function QuickKeysControl({ name, keys, isDisabled, onChoose, hintId }: QuickKeysControlProps) {
  const words = useTranslations('quick.keys')
  const format = useFormatter()
  const [isRecording, setIsRecording] = useState(false)
  const [refused, setRefused] = useState<{ readonly keys: Keys; readonly others: readonly string[] }>()
  const rows = useShortcutRows(useSettings().values.shortcuts)
  const shown = keys === '' ? words('none') : showKeys(keys)

  function take(pressed: Keys): void {
    setIsRecording(false)
    const named = pressed.replace(/ $/, 'Space')
    const others = rows.filter((row) => row.keys === named).map((row) => row.name)
    const fits = GLOBAL_KEYS_PATTERN.test(named) && !isOwned(named) && others.length === 0
    setRefused(fits ? undefined : { keys: named, others })
    if (fits) onChoose(named)
  }

  useRecordedKeys({ isRecording, onKeys: take, onLeave: () => setIsRecording(false) })

  return (
    <div className={styles.global}>
      <span className={styles.buttons}>
        {!isDisabled && keys !== '' && (
          <IconButton icon={X} label={words('remove')} onPress={() => onChoose('')} />
        )}
        <button
          type="button"
          className={styles.keys}
          data-recording={isRecording}
          aria-label={isRecording ? words('recording') : words('change', { name, keys: shown })}
          aria-describedby={hintId}
          disabled={isDisabled}
          onClick={() => {
            setRefused(undefined)
            setIsRecording(true)
          }}
          onBlur={() => setIsRecording(false)}
        >
          {isRecording ? words('recording') : shown}
        </button>
      </span>
      {refused === undefined ? (
        <Status />
      ) : (
        <p role="alert" className={styles.problem}>
          {words(`problem.${problemOf(refused)}`, {
            ...{
              keys: showKeys(refused.keys),
              modifier: showKeys('Mod'),
              others: format.list(refused.others),
            },
          })}
        </p>
      )}
    </div>
  )
}

function problemOf({ keys, others }: { readonly keys: Keys; readonly others: readonly string[] }) {
  if (isOwned(keys)) return 'owned'
  return others.length > 0 ? 'used' : 'unfit'
}

/** Whether the system gives the keys. */
function Status() {
  const words = useTranslations('quick.keys.status')
  const status = useFollowed(useSettingsSession().quickKeys)?.status
  const isBad = status === 'taken' || status === 'refused'
  return (
    <p role="status" className={isBad ? styles.problem : styles.said}>
      {status !== undefined && status !== 'off' && words(status)}
    </p>
  )
}
