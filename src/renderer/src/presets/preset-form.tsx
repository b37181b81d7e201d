import { ChevronLeft, Trash2 } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import { LONGEST_PRESET_NAME, LONGEST_PRESET_TEXT, type Preset } from '#shared/preset'

import { ActionButton } from '../ui/action-button'
import { TextArea } from '../ui/text-area'
import { variablesIn } from './fill-in'
import { firstLine } from './first-line'
import styles from './presets.module.css'

interface PresetFormProps {
  /** As it was when it was opened. */
  readonly preset: Preset
  readonly onKeep: (preset: Preset) => void
  readonly onBack: () => void
  /** Absent while there is nothing yet to delete. */
  readonly onDelete: ((preset: Preset) => void) | undefined
}

/** So long after the last letter, what was written is kept. */
const KEEP_AFTER_MS = 400
const LONGEST_GIVEN_NAME = 40

/** A prompt that is being written. It is kept by itself, as soon as it has words. */
export function PresetForm({ preset, onKeep, onBack, onDelete }: PresetFormProps) {
  const words = useTranslations('presets')
  const format = useFormatter()
  const id = useId()
  const [name, setName] = useState(preset.name)
  const [text, setText] = useState(preset.text)
  const [kept, setKept] = useState(preset)
  const isDeleted = useRef(false)
  const isKeepable = text.trim() !== ''
  const next: Preset = { id: preset.id, name: withoutControls(name) || beginningOf(text), text }

  function keep(): void {
    // What was written last would bring it back.
    if (isDeleted.current || !isKeepable || (next.name === kept.name && next.text === kept.text)) return
    setKept(next)
    onKeep(next)
  }

  function remove(): void {
    isDeleted.current = true
    onDelete?.(isKeepable ? next : kept)
  }

  const keepLast = useEffectEvent(keep)
  useEffect(() => {
    const waiting = setTimeout(() => keepLast(), KEEP_AFTER_MS)
    return () => clearTimeout(waiting)
  }, [name, text])
  useEffect(() => () => keepLast(), [])

  const names = variablesIn(text).map((variable) => variable.name)
  return (
    <>
      <ActionButton icon={ChevronLeft} label={words('back')} onPress={onBack} />
      <div className={styles.field}>
        <label htmlFor={`${id}name`}>{words('name')}</label>
        <input
          id={`${id}name`}
          className={styles.input}
          value={name}
          maxLength={LONGEST_PRESET_NAME}
          autoFocus={preset.name === ''}
          autoComplete="off"
          placeholder={beginningOf(text)}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}text`}>{words('text')}</label>
        <TextArea
          id={`${id}text`}
          className={styles.text}
          rows={8}
          maxLength={LONGEST_PRESET_TEXT}
          value={text}
          aria-describedby={`${id}hint`}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div id={`${id}hint`} className={styles.note}>
        <p>{words('variablesNote')}</p>
        {names.length > 0 && <p>{words('variables', { names: format.list(names) })}</p>}
        {!isKeepable && kept.text !== '' && (
          <p role="alert" className={styles.problem}>
            {words('empty')}
          </p>
        )}
      </div>
      {onDelete !== undefined && (
        <div className={styles.buttons}>
          <ActionButton icon={Trash2} label={words('delete')} onPress={remove} />
        </div>
      )}
    </>
  )
}

/** A name for a prompt that was given none. */
function beginningOf(text: string): string {
  return [...withoutControls(firstLine(text))].slice(0, LONGEST_GIVEN_NAME).join('').trim()
}

function withoutControls(line: string): string {
  return line.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ').trim()
}
