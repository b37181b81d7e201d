import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'

import type { DatabaseContents } from '#shared/portable'

import { connect } from '../../conversations/connect'
import { sync } from './back-up'
import { freeBackupFile, pruneBackups } from './backup-folder'
import { type Inspection, inspectDatabase } from './inspect-database'

/** What lies beside a database file and belongs to it. */
const COMPANIONS = ['-wal', '-shm']

/** Where the file waits that takes the place of the conversations at the next start. */
function incomingFile(file: string): string {
  return `${file}.incoming`
}

/** Puts a verified copy beside the conversations. They change only with `completeRestore`. */
export function prepareRestore(file: string, source: string): Inspection {
  const unfinished = `${incomingFile(file)}.unfinished`
  rmSync(unfinished, { force: true })
  copyFileSync(source, unfinished)
  const found = inspectDatabase(unfinished)
  if (!found.ok) {
    rmSync(unfinished, { force: true })
    return found
  }
  sync(unfinished)
  renameSync(unfinished, incomingFile(file))
  return found
}

export interface Restored {
  /** Where the conversations lie now that were there before. */
  readonly before: string | undefined
  readonly contents: DatabaseContents | undefined
}

/**
 * Finishes what `prepareRestore` began, before anybody opens the conversations: those that are there move to the backups,
 * and the copy takes their place. Whenever it is interrupted, the next call goes on.
 */
export function completeRestore(file: string, folder: string, now: Date): Restored | undefined {
  rmSync(`${incomingFile(file)}.unfinished`, { force: true })
  if (!existsSync(incomingFile(file))) return undefined
  const before = existsSync(file) ? setAside(file, freeBackupFile(folder, 'before-restore', now)) : undefined
  renameSync(incomingFile(file), file)
  pruneBackups(folder)
  const found = inspectDatabase(file)
  return { before, contents: found.ok ? found.contents : undefined }
}

/** Moves the conversations, with what was not gathered into the file yet, and returns where to. */
export function setAside(file: string, target: string): string {
  gather(file)
  const isGathered = !existsSync(`${file}-wal`) || statSync(`${file}-wal`).size === 0
  for (const companion of COMPANIONS) {
    // The driver leaves them behind, though nothing is in them any more.
    if (isGathered) rmSync(`${file}${companion}`, { force: true })
    else if (existsSync(`${file}${companion}`)) renameSync(`${file}${companion}`, `${target}${companion}`)
  }
  if (existsSync(file)) renameSync(file, target)
  return target
}

/** A damaged file cannot be gathered: then its companions move with it. */
function gather(file: string): void {
  try {
    const database = connect(file, 2_000)
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      database.close()
    }
  } catch {
    // Nothing is lost: every file that belongs to it moves.
  }
}
