import { Copy, FolderOpen, Stethoscope } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'

import { ActionButton } from '../ui/action-button'
import { useCopy } from '../ui/use-copy'
import styles from './diagnostics.module.css'
import { useSettingsSession } from './use-settings'

/** What a user may tell a developer: seen first, then copied. */
export function DiagnosticsSection() {
  const words = useTranslations('diagnostics')
  const { ask } = useSettingsSession()
  const [text, setText] = useState<string>()
  const [outcome, copy] = useCopy()
  const [problem, setProblem] = useState<string>()
  const id = useId()

  async function show(): Promise<void> {
    const answer = await ask('readDiagnostics', {})
    setText(answer?.text)
    setProblem(answer === undefined ? words('unreadable') : undefined)
  }

  async function openFolder(): Promise<void> {
    const answer = await ask('openLogFolder', {})
    setProblem(answer?.isOpen === false ? words('folderFailed', { folder: answer.folder }) : undefined)
  }

  return (
    <section className={styles.section} aria-labelledby={id}>
      <h4 id={id}>{words('title')}</h4>
      <p>{words('what')}</p>
      <div className={styles.row}>
        {/* One button, so that the focus stays on it. */}
        <ActionButton
          icon={text === undefined ? Stethoscope : Copy}
          isPrimary={text !== undefined}
          label={words(text === undefined ? 'show' : 'copy')}
          onPress={() => void (text === undefined ? show() : copy(text))}
        />
        <ActionButton icon={FolderOpen} label={words('openFolder')} onPress={() => void openFolder()} />
        <span role="status">{outcome !== undefined && words(outcome)}</span>
      </div>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {text !== undefined && (
        // It scrolls, so the keyboard must reach it.
        <pre className={styles.text} tabIndex={0} role="region" aria-label={words('text')} lang="en">
          {text}
        </pre>
      )}
    </section>
  )
}
