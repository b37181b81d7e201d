import { Check, RotateCcw, X } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import { type CommandId, isOwned, type Keys, KEYS_PATTERN } from '#shared/shortcuts'

import { ActionButton } from '../../ui/action-button'
import { showKeys } from '../../ui/command-key'
import { IconButton } from '../../ui/icon-button'
import styles from './shortcuts.module.css'
import { useRecordedKeys } from './use-recorded-keys'
import type { ShortcutRow } from './use-shortcut-rows'

interface ShortcutLineProps {
  readonly row: ShortcutRow
  /** All of them, to know whose keys are pressed. */
  readonly rows: readonly ShortcutRow[]
  readonly isFixed: boolean
  readonly isRecording: boolean
  readonly onRecord: (isOn: boolean) => void
  /** Takes the keys away from the others. */
  readonly onChoose: (id: CommandId, keys: Keys, others?: readonly CommandId[]) => void
}

/** Keys that were pressed and not taken. */
type Refusal =
  | { readonly kind: 'owned' | 'unfit'; readonly keys: Keys }
  | { readonly kind: 'taken'; readonly keys: Keys; readonly by: readonly ShortcutRow[] }

export function ShortcutLine({ row, rows, isFixed, isRecording, onRecord, onChoose }: ShortcutLineProps) {
  const words = useTranslations('shortcuts')
  const format = useFormatter()
  const [refusal, setRefusal] = useState<Refusal>()
  const { id, name, keys, defaultKeys } = row
  const shown = keys === '' ? words('none') : showKeys(keys)

  function take(pressed: Keys): void {
    onRecord(false)
    const by = rows.filter((other) => other.id !== id && other.keys === pressed)
    if (isOwned(pressed)) setRefusal({ kind: 'owned', keys: pressed })
    else if (!KEYS_PATTERN.test(pressed)) setRefusal({ kind: 'unfit', keys: pressed })
    else if (by.length > 0) setRefusal({ kind: 'taken', keys: pressed, by })
    else choose(pressed)
  }

  function choose(chosen: Keys, others?: readonly CommandId[]): void {
    setRefusal(undefined)
    onChoose(id, chosen, others)
  }

  useRecordedKeys({ isRecording, onKeys: take, onLeave: () => onRecord(false) })

  return (
    <li className={styles.line}>
      <span className={styles.name}>{name}</span>
      <span className={styles.buttons}>
        {!isFixed && keys !== defaultKeys && (
          <IconButton
            icon={RotateCcw}
            label={words('reset', {
              ...{ name, keys: defaultKeys === '' ? words('none') : showKeys(defaultKeys) },
            })}
            onPress={() => choose(defaultKeys)}
          />
        )}
        {!isFixed && keys !== '' && (
          <IconButton icon={X} label={words('remove', { name })} onPress={() => choose('')} />
        )}
        <button
          type="button"
          className={styles.keys}
          data-recording={isRecording}
          aria-label={isRecording ? words('recording') : words('change', { name, keys: shown })}
          disabled={isFixed}
          onClick={() => {
            setRefusal(undefined)
            onRecord(true)
          }}
          onBlur={() => isRecording && onRecord(false)}
        >
          {isRecording ? words('recording') : shown}
        </button>
      </span>
      {refusal !== undefined && (
        <RefusalView
          refusal={refusal}
          onTakeOver={(others) => choose(refusal.keys, others)}
          onLeave={() => setRefusal(undefined)}
        />
      )}
      {refusal === undefined && row.shared.length > 0 && (
        <p className={styles.problem}>{words('shared', { others: format.list(row.shared) })}</p>
      )}
    </li>
  )
}

interface RefusalViewProps {
  readonly refusal: Refusal
  readonly onTakeOver: (others: readonly CommandId[]) => void
  readonly onLeave: () => void
}

function RefusalView({ refusal, onTakeOver, onLeave }: RefusalViewProps) {
  const words = useTranslations('shortcuts')
  const format = useFormatter()
  const keys = showKeys(refusal.keys)
  if (refusal.kind !== 'taken') {
    return (
      <p role="alert" className={styles.problem}>
        {words(`refused.${refusal.kind}`, { keys, modifier: showKeys('Mod') })}
      </p>
    )
  }
  const { by } = refusal
  return (
    <div className={styles.problem}>
      <p role="alert">{words('refused.taken', { keys, others: format.list(by.map(({ name }) => name)) })}</p>
      <ActionButton
        icon={Check}
        label={words('takeOver')}
        onPress={() => onTakeOver(by.map(({ id }) => id))}
      />
      <ActionButton icon={X} label={words('leave')} onPress={onLeave} />
    </div>
  )
}
