import { useTranslations } from 'use-intl'

import { BackupSection } from './backup-section'
import styles from './data-panel.module.css'
import { ExportSection } from './export-section'
import { ImportSection } from './import-section'
import type { Portable } from './portable'
import { useWork } from './use-work'
import { WorkStatus } from './work-status'

export interface DataPanelProps {
  readonly portable: Portable
  /** Undefined when nothing was said in it yet. */
  readonly conversationId: string | undefined
}

/** What leaves the app, what comes in, and what is kept beside it in case. */
export function DataPanel({ portable, conversationId }: DataPanelProps) {
  const words = useTranslations('portable')
  const work = useWork(portable)
  const isWorking = work.state.type === 'working'
  return (
    <div className={styles.panel}>
      <WorkStatus state={work.state} onCancel={portable.cancel} />
      <fieldset className={styles.sections} disabled={isWorking} aria-label={words('title')}>
        <ExportSection portable={portable} conversationId={conversationId} work={work} />
        <ImportSection portable={portable} work={work} />
        <BackupSection portable={portable} work={work} />
      </fieldset>
    </div>
  )
}
