import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'

import { BackupSection } from './backup-section'
import styles from './data-panel.module.css'
import { ExportSection } from './export-section'
import { ImportSection } from './import-section'
import type { Portable } from './portable'
import type { Work } from './work'
import { WorkStatus } from './work-status'

export type DataSection = 'export' | 'import' | 'backups'

interface DataPanelProps {
  readonly portable: Portable
  readonly work: Work
  /** Undefined when nothing was said in it yet. */
  readonly conversationId: string | undefined
  /** What the reader came for. */
  readonly section?: DataSection | undefined
}

/** What leaves the app, what comes in, and what is kept beside it in case. */
export function DataPanel({ portable, work, conversationId, section }: DataPanelProps) {
  const words = useTranslations('portable')
  const step = useStore(work.store, (state) => state.step)
  const panel = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (section === undefined) return
    panel.current?.querySelector(`[data-section="${section}"]`)?.scrollIntoView({ block: 'start' })
  }, [section])

  return (
    <div ref={panel} className={styles.panel}>
      <WorkStatus step={step} onCancel={portable.cancel} />
      <fieldset className={styles.sections} disabled={step.type === 'working'} aria-label={words('title')}>
        <ExportSection portable={portable} conversationId={conversationId} work={work} />
        <ImportSection portable={portable} work={work} />
        <BackupSection portable={portable} work={work} />
      </fieldset>
    </div>
  )
}
