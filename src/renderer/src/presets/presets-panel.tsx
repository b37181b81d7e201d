import { Download, FileInput, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'

import type { Preset } from '#shared/preset'

import { useErrorSentence } from '../i18n/use-error-sentence'
import { ActionButton } from '../ui/action-button'
import { languageOf } from '../ui/language-of'
import { useNotify } from '../ui/notices'
import { firstLine } from './first-line'
import { PresetForm } from './preset-form'
import styles from './presets.module.css'
import { usePresets, useSortedPresets } from './use-presets'

export interface PresetsPanelProps {
  readonly onExport: () => void
  readonly onImport: () => void
}

/** The prompts that are kept to be used again, and each with its words. */
export function PresetsPanel({ onExport, onImport }: PresetsPanelProps) {
  const words = useTranslations('presets')
  const presets = usePresets()
  const sorted = useSortedPresets()
  const trouble = useStore(presets.store, (state) => state.trouble)
  const sentence = useErrorSentence()
  const notify = useNotify()
  const [edited, setEdited] = useState<Preset>()

  function remove(preset: Preset): void {
    setEdited(undefined)
    void presets.delete(preset.id)
    notify({ text: words('deleted', { name: preset.name }), undo: () => void presets.keep(preset) })
  }

  const problem = trouble !== undefined && (
    <p role="alert" className={styles.problem}>
      {sentence(trouble)}
    </p>
  )

  if (edited !== undefined) {
    return (
      <>
        <PresetForm
          key={edited.id}
          preset={edited}
          onKeep={(preset) => void presets.keep(preset)}
          onBack={() => setEdited(undefined)}
          onDelete={sorted.some(({ id }) => id === edited.id) ? remove : undefined}
        />
        {problem}
      </>
    )
  }

  return (
    <>
      <p className={styles.note}>{words('note')}</p>
      <ul className={styles.list}>
        {sorted.map((preset) => (
          <li key={preset.id}>
            <button type="button" className={styles.preset} onClick={() => setEdited(preset)}>
              <span className={styles.name} lang={languageOf(preset.name)}>
                {preset.name}
              </span>
              <span className={styles.beginning} lang={languageOf(preset.text)}>
                {firstLine(preset.text)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {problem}
      <div className={styles.buttons}>
        <ActionButton
          icon={Plus}
          label={words('add')}
          isPrimary
          onPress={() => setEdited({ id: presets.newId(), name: '', text: '' })}
        />
        <ActionButton icon={FileInput} label={words('import')} onPress={onImport} />
        {sorted.length > 0 && <ActionButton icon={Download} label={words('export')} onPress={onExport} />}
      </div>
    </>
  )
}
