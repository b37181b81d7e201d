import { Download, Printer } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'

import { ActionButton } from '../ui/action-button'
import styles from './data-panel.module.css'
import type { ExportFormat, Portable } from './portable'
import type { Work } from './work'

const FORMATS: readonly ExportFormat[] = ['markdown', 'html', 'pdf', 'jsonl']

interface ExportSectionProps {
  readonly portable: Portable
  readonly conversationId: string | undefined
  readonly work: Work
}

export function ExportSection({ portable, conversationId, work }: ExportSectionProps) {
  const words = useTranslations('portable')
  const [isAll, setIsAll] = useState(conversationId === undefined)
  const [format, setFormat] = useState<ExportFormat>('markdown')
  const id = useId()

  function start(): void {
    const wanted = isAll ? undefined : conversationId
    void work.run(
      () => portable.exportConversations(format, wanted),
      ({ savedAs }) => words('saved', { name: savedAs }),
    )
  }

  return (
    <section data-section="export" className={styles.section} aria-labelledby={`${id}title`}>
      <h4 id={`${id}title`}>{words('export')}</h4>
      <p>{words('exportNote')}</p>
      <div className={styles.row}>
        <label className={styles.choice}>
          {words('scope')}
          <select value={isAll ? 'all' : 'one'} onChange={(event) => setIsAll(event.target.value === 'all')}>
            {conversationId !== undefined && <option value="one">{words('thisConversation')}</option>}
            <option value="all">{words('allConversations')}</option>
          </select>
        </label>
        <label className={styles.choice}>
          {words('format')}
          <select value={format} onChange={(event) => setFormat(toFormat(event.target.value))}>
            {FORMATS.map((one) => (
              <option key={one} value={one}>
                {words(`formats.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles.row}>
        <ActionButton icon={Download} label={words('exportAction')} onPress={start} />
        {conversationId !== undefined && (
          <ActionButton
            icon={Printer}
            label={words('print')}
            onPress={() =>
              void work.run(
                () => portable.print(conversationId),
                () => words('printed'),
              )
            }
          />
        )}
      </div>
    </section>
  )
}

function toFormat(value: string): ExportFormat {
  return FORMATS.find((format) => format === value) ?? 'markdown'
}
