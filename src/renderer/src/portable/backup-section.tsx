import { ArchiveRestore, Folder, HardDriveDownload, Undo2 } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'

import type { Backup } from '#shared/portable'

import { ActionButton } from '../ui/action-button'
import styles from './data-panel.module.css'
import type { Portable } from './portable'
import type { Work } from './work'

interface BackupSectionProps {
  readonly portable: Portable
  readonly work: Work
}

export function BackupSection({ portable, work }: BackupSectionProps) {
  const words = useTranslations('portable')
  const [backups, setBackups] = useState<readonly Backup[]>()
  const id = useId()

  useEffect(() => {
    let isWanted = true
    void portable.listBackups().then((listed) => isWanted && setBackups(listed))
    return () => {
      isWanted = false
    }
  }, [portable])

  function restore(name: string | undefined): void {
    void work.run(
      () => portable.restore(name),
      () => words('working'),
    )
  }

  function backUp(): void {
    void work.run(portable.backUp, ({ savedAs, contents }) =>
      words('backedUp', { name: savedAs, contents: words('holds', { ...contents }) }),
    )
  }

  return (
    <section data-section="backups" className={styles.section} aria-labelledby={`${id}title`}>
      <h4 id={`${id}title`}>{words('backups')}</h4>
      <p>{words('backupsNote')}</p>
      {backups?.length === 0 && <p>{words('noBackups')}</p>}
      {backups !== undefined && backups.length > 0 && (
        <ul className={styles.backups} aria-label={words('backups')}>
          {backups.map((backup) => (
            <BackupItem key={backup.name} backup={backup} onRestore={() => restore(backup.name)} />
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <ActionButton icon={HardDriveDownload} label={words('backUp')} onPress={backUp} />
        <ActionButton icon={ArchiveRestore} label={words('restoreFile')} onPress={() => restore(undefined)} />
        <ActionButton icon={Folder} label={words('openFolder')} onPress={portable.openFolder} />
      </div>
    </section>
  )
}

interface BackupItemProps {
  readonly backup: Backup
  readonly onRestore: () => void
}

function BackupItem({ backup, onRestore }: BackupItemProps) {
  const words = useTranslations('portable')
  const locale = useLocale()
  const { kind, madeAt, contents } = backup
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(madeAt)
  const isWayBack = kind === 'before-restore'
  return (
    <li>
      <span>
        <strong>{date}</strong> · {words(`kinds.${kind}`)}
        <small>{contents === null ? words('unreadableBackup') : words('holds', { ...contents })}</small>
      </span>
      {contents !== null && (
        <button
          type="button"
          className={styles.restore}
          aria-label={words('restoreOf', { date })}
          onClick={onRestore}
        >
          {isWayBack && <Undo2 size="0.875rem" aria-hidden />}
          {words(isWayBack ? 'goBack' : 'restore')}
        </button>
      )}
    </li>
  )
}
