import { existsSync, renameSync, statSync } from 'node:fs'

import { assertNever } from '#shared/assert-never'
import type { DatabaseContents } from '#shared/portable'

import type { OpenFailure } from '../conversations/database'
import type { OpenedConversations } from '../conversations/open-conversations'
import { forgetDamage, isMarkedDamaged } from './damage-mark'
import { freeBackupFile, namedBackups } from './backup/backup-folder'
import { completeRestore, prepareRestore, setAside } from './backup/restore'
import { salvage } from './backup/salvage'
import { dropDatabase } from './new-database'

/** Why there is no history to show. */
export type Trouble =
  | OpenFailure
  /** The file is gone or empty, and yet there are backups: it was not always so. */
  | { readonly code: 'missing' }

export type Choice = 'again' | 'restore' | 'salvage' | 'anew' | 'folder' | 'quit'

/** What was done about it, or why not. */
export type Outcome =
  | { readonly type: 'restored'; readonly contents: DatabaseContents }
  | { readonly type: 'salvaged'; readonly contents: DatabaseContents; readonly kept: string }
  | { readonly type: 'nothing-to-salvage' }
  | { readonly type: 'anew'; readonly kept: string | undefined }
  | { readonly type: 'unusable-backup' }
  | { readonly type: 'failed'; readonly detail: string }

export interface ReviveOptions {
  readonly file: string
  readonly backups: string
  readonly open: () => OpenedConversations
  readonly now: () => Date
  /** Shows what is wrong, and lets the user choose. */
  readonly ask: (trouble: Trouble, choices: readonly Choice[]) => Promise<Choice>
  /** Undefined when the user thought better of it. */
  readonly pickBackup: () => Promise<string | undefined>
  readonly tell: (outcome: Outcome) => Promise<void>
  readonly showFolder: () => void
}

type Opened = Extract<OpenedConversations, { readonly ok: true }>

const CHOICES: Readonly<Record<Trouble['code'], readonly Choice[]>> = {
  'in-use': ['again', 'quit'],
  unwritable: ['again', 'folder', 'quit'],
  newer: ['again', 'restore', 'folder', 'quit'],
  'migration-failed': ['again', 'restore', 'folder', 'quit'],
  damaged: ['salvage', 'restore', 'again', 'anew', 'folder', 'quit'],
  missing: ['restore', 'again', 'anew', 'folder', 'quit'],
}

/**
 * Opens the conversations, and as long as that fails asks what to do about it: nothing happens to the file that the user
 * did not choose, and whatever takes its place, it is kept. Undefined when the user would rather quit.
 */
export async function revive(options: ReviveOptions): Promise<Opened | undefined> {
  const { file, backups, now, ask, tell, showFolder } = options
  completeRestore(file, backups, now())
  for (let mayBeNew = false; ;) {
    const opened = tryToOpen(options, mayBeNew)
    if (opened.ok) return opened
    const trouble = opened.failure
    const choice = await ask(trouble, CHOICES[trouble.code])
    if (choice === 'quit') return undefined
    if (choice === 'folder') showFolder()
    if (choice === 'again') forgetDamage(file)
    if (choice === 'again' || choice === 'folder') continue
    const outcome = await attempt(choice, options)
    if (outcome === undefined) continue
    if (HELPED.includes(outcome.type)) forgetDamage(file)
    mayBeNew = outcome.type === 'anew'
    await tell(outcome)
  }
}

/** After these another file is in the place of the damaged one. */
const HELPED: readonly Outcome['type'][] = ['restored', 'salvaged', 'anew']

type Tried = Opened | { readonly ok: false; readonly failure: Trouble }

function tryToOpen(options: ReviveOptions, mayBeNew: boolean): Tried {
  if (!mayBeNew && isMissing(options)) return { ok: false, failure: { code: 'missing' } }
  if (!mayBeNew && isMarkedDamaged(options.file)) {
    return { ok: false, failure: { code: 'damaged', detail: 'found when it was read' } }
  }
  return options.open()
}

/** A new file is right for a new user, and for nobody else. */
function isMissing({ file, backups }: ReviveOptions): boolean {
  if (existsSync(file) && statSync(file).size > 0) return false
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) return true
  return namedBackups(backups).length > 0
}

async function attempt(
  choice: 'restore' | 'salvage' | 'anew',
  options: ReviveOptions,
): Promise<Outcome | undefined> {
  try {
    switch (choice) {
      case 'restore':
        return await restore(options)
      case 'salvage':
        return salvageInPlace(options)
      case 'anew':
        return { type: 'anew', kept: keepAside(options) }
      default:
        return assertNever(choice)
    }
  } catch (cause) {
    return { type: 'failed', detail: String(cause) }
  }
}

async function restore(options: ReviveOptions): Promise<Outcome | undefined> {
  const source = await options.pickBackup()
  if (source === undefined) return undefined
  const prepared = prepareRestore(options.file, source)
  if (!prepared.ok) return { type: 'unusable-backup' }
  keepAside(options)
  completeRestore(options.file, options.backups, options.now())
  return { type: 'restored', contents: prepared.contents }
}

function salvageInPlace(options: ReviveOptions): Outcome {
  const salvaged = `${options.file}.salvaged`
  const contents = salvage(options.file, salvaged)
  if (contents.messages === 0) {
    dropDatabase(salvaged)
    return { type: 'nothing-to-salvage' }
  }
  const kept = keepAside(options) ?? options.file
  renameSync(salvaged, options.file)
  return { type: 'salvaged', contents, kept }
}

/** Moves what is there to where nothing prunes it. */
function keepAside({ file, backups, now }: ReviveOptions): string | undefined {
  const isThere = [file, `${file}-wal`].some((part) => existsSync(part) && statSync(part).size > 0)
  return isThere ? setAside(file, freeBackupFile(backups, 'damaged', now())) : undefined
}
