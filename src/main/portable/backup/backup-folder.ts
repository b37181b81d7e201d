import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import type { Backup, BackupKind } from '#shared/portable'

import { backUp } from './back-up'
import { backupName, isDue, outdated, parseBackupName } from './backup-names'
import { inspectDatabase } from './inspect-database'

/** The backups that are there, the newest first, by their names alone. */
export function namedBackups(folder: string) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => parseBackupName(name) ?? [])
    .toSorted((a, b) => b.madeAt - a.madeAt)
}

/** The same, each opened and read: what it holds, or that it holds nothing that can be restored. */
export function listBackups(folder: string): readonly Backup[] {
  return namedBackups(folder).map((named) => {
    const file = join(folder, named.name)
    const found = inspectDatabase(file)
    return { ...named, bytes: statSync(file).size, contents: found.ok ? found.contents : null }
  })
}

/** The backup of this day, unless there is one. Older ones go only when the new one is there and whole. */
export function backUpDaily(file: string, folder: string, now: Date): { readonly isMade: boolean } {
  if (!isDue(namedBackups(folder), now.getTime())) return { isMade: false }
  mkdirSync(folder, { recursive: true })
  backUp(file, join(folder, backupName('daily', now)))
  pruneBackups(folder)
  return { isMade: true }
}

export function pruneBackups(folder: string): void {
  for (const { name } of outdated(namedBackups(folder))) {
    // Whoever has looked into it has left an empty log beside it.
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${name}${end}`), { force: true })
  }
}

/** A name that nothing has yet. */
export function freeBackupFile(folder: string, kind: BackupKind, now: Date): string {
  mkdirSync(folder, { recursive: true })
  let at = now
  while (existsSync(join(folder, backupName(kind, at)))) at = new Date(at.getTime() + 1_000)
  return join(folder, backupName(kind, at))
}
