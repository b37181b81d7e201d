import { useState } from 'react'
import { useTranslations } from 'use-intl'

import type { Reply } from '#shared/message'

import { useCopy } from '../ui/use-copy'
import styles from './inspector-panel.module.css'
import type { Inspected } from './inspection'
import { toCsv } from './to-csv'
import { toJson } from './to-json'

/** Asks where to keep a text, and keeps it there. A reader who changes their mind is no failure. */
export type Save = (name: string, text: string, type: string) => Promise<void>

interface ExportBarProps {
  readonly reply: Reply
  readonly inspected: Inspected
  readonly save: Save
}

/** Takes the chunks out of the app, as a file or by the clipboard. */
export function ExportBar({ reply, inspected, save }: ExportBarProps) {
  const words = useTranslations('inspector')
  const [copied, copy] = useCopy()
  const [hasFailed, setHasFailed] = useState(false)
  const formats = [
    { format: 'CSV', ending: 'csv', type: 'text/csv', write: () => toCsv(inspected.arrivals) },
    { format: 'JSON', ending: 'json', type: 'application/json', write: () => toJson(reply, inspected) },
  ] as const

  async function saveAs({ ending, type, write }: (typeof formats)[number]): Promise<void> {
    setHasFailed(false)
    try {
      await save(`stream-${reply.id}.${ending}`, write(), type)
    } catch {
      setHasFailed(true)
    }
  }

  return (
    <div className={styles.exports}>
      <span aria-hidden>{words('save')}</span>
      {formats.map((each) => (
        <button
          key={each.format}
          type="button"
          aria-label={words('saveAs', each)}
          onClick={() => void saveAs(each)}
        >
          {each.format}
        </button>
      ))}
      <span aria-hidden>{words('copy')}</span>
      {formats.map((each) => (
        <button
          key={each.format}
          type="button"
          aria-label={words('copyAs', each)}
          onClick={() => void copy(each.write())}
        >
          {each.format}
        </button>
      ))}
      <span role="status" className={styles.outcome}>
        {hasFailed && words('saveFailed')}
        {copied === 'copied' && words('copied')}
        {copied === 'failed' && words('copyFailed')}
      </span>
    </div>
  )
}
