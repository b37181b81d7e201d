import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'

import type { ChosenKeys, CommandId, Keys } from '#shared/shortcuts'

import { showKeys } from '../../ui/command-key'
import { ActionButton } from '../../ui/action-button'
import panel from '../panel.module.css'
import { useSettings, useSettingsSession } from '../use-settings'
import { ShortcutLine } from './shortcut-line'
import styles from './shortcuts.module.css'
import { useShortcutRows } from './use-shortcut-rows'

/** Every command and its keys. What is chosen holds at once, in every window and in the native menu. */
export function ShortcutsPanel() {
  const words = useTranslations('shortcuts')
  const settings = useTranslations('settings')
  const session = useSettingsSession()
  const { values, fixed } = useSettings()
  const isFixed = fixed.includes('shortcuts')
  const rows = useShortcutRows(values.shortcuts)
  const [recordingId, setRecordingId] = useState<CommandId>()
  const [said, setSaid] = useState('')
  const [isRefused, setIsRefused] = useState(false)

  async function change(shortcuts: ChosenKeys | undefined): Promise<void> {
    setIsRefused((await session.change({ shortcuts })) !== undefined)
  }

  function choose(id: CommandId, keys: Keys, others: readonly CommandId[] = []): void {
    const row = rows.find((one) => one.id === id)
    const emptied = Object.fromEntries(others.map((other) => [other, '']))
    void change({ ...values.shortcuts, ...emptied, [id]: keys === row?.defaultKeys ? undefined : keys })
    setSaid(words('set', { name: row?.name ?? id, keys: keys === '' ? words('none') : showKeys(keys) }))
  }

  return (
    <>
      <div className={panel.prose}>
        <p>{isFixed ? settings('fixed') : words('note')}</p>
        {isRefused && <p role="alert">{settings('refused')}</p>}
      </div>
      <p role="status" className="visually-hidden">
        {recordingId === undefined ? said : words('recording')}
      </p>
      <ul className={styles.list}>
        {rows.map((row) => (
          <ShortcutLine
            key={row.id}
            row={row}
            rows={rows}
            isFixed={isFixed}
            isRecording={recordingId === row.id}
            onRecord={(isOn) => setRecordingId(isOn ? row.id : undefined)}
            onChoose={choose}
          />
        ))}
      </ul>
      {!isFixed && (
        <ActionButton icon={RotateCcw} label={words('resetAll')} onPress={() => void change(undefined)} />
      )}
    </>
  )
}
