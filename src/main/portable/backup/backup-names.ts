import type { BackupKind } from '#shared/portable'

const NAME = /^nagare-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(daily|before-restore|damaged)\.db$/

/** What a backup's name says of it. */
export interface NamedBackup {
  readonly name: string
  readonly kind: BackupKind
  /** Milliseconds since the epoch. */
  readonly madeAt: number
}

/** Sorts by time, and is a name on every system. */
export function backupName(kind: BackupKind, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
  return `nagare-${stamp}-${kind}.db`
}

export function parseBackupName(name: string): NamedBackup | undefined {
  const [, year, month, day, hour, minute, second, kind] = NAME.exec(name) ?? []
  if (kind === undefined) return undefined
  const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return { name, kind: kind as BackupKind, madeAt }
}

const KEPT: Readonly<Record<BackupKind, number>> = {
  daily: 7,
  'before-restore': 3,
  // Nobody but the user throws away what may still hold words.
  damaged: Number.POSITIVE_INFINITY,
}

/** The backups that newer ones of their kind have replaced. */
export function outdated(backups: readonly NamedBackup[]): readonly NamedBackup[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt - a.madeAt)
  return newestFirst.filter(
    (one, index) =>
      newestFirst.slice(0, index).filter(({ kind }) => kind === one.kind).length >= KEPT[one.kind],
  )
}

const DAY_MS = 24 * 60 * 60 * 1_000

/** Whether the last daily backup is a day old, or lies in the future of a clock that was set back. */
export function isDue(backups: readonly NamedBackup[], now: number): boolean {
  return !backups.some(({ kind, madeAt }) => kind === 'daily' && Math.abs(now - madeAt) < DAY_MS)
}
