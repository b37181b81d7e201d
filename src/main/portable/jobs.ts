import type { Backup, DatabaseContents, ImportReport } from '#shared/portable'

import { backUp } from './backup/back-up'
import { backUpDaily, listBackups } from './backup/backup-folder'
import { type Inspection, inspectDatabase } from './backup/inspect-database'
import { prepareRestore } from './backup/restore'
import { dropDatabase } from './new-database'
import type { IsCancelled } from './cancel'
import { exportFile } from './export-file'
import { commitImport } from './import/commit-import'
import { readImport } from './import/read-import'
import { stageImport } from './import/stage'

/** Work that takes long, by name: what it is given, and what comes of it. All of it can be sent to a thread. */
export interface Jobs {
  readonly export: {
    readonly input: {
      readonly file: string
      readonly target: string
      readonly conversationId?: string | undefined
      readonly isOnlyPresets?: boolean
      readonly appVersion: string
    }
    readonly output: void
  }
  readonly stageImport: {
    readonly input: {
      readonly file: string
      readonly stage: string
      readonly source: string
      readonly bytes: number
    }
    readonly output: ImportReport
  }
  readonly commitImport: {
    readonly input: { readonly file: string; readonly stage: string }
    readonly output: readonly string[]
  }
  /** To give back a large file takes the system a while. */
  readonly dropStage: { readonly input: { readonly stage: string }; readonly output: void }
  readonly backUp: {
    readonly input: { readonly file: string; readonly target: string }
    readonly output: DatabaseContents
  }
  readonly backUpDaily: {
    readonly input: { readonly file: string; readonly folder: string }
    readonly output: { readonly isMade: boolean }
  }
  readonly listBackups: { readonly input: { readonly folder: string }; readonly output: readonly Backup[] }
  readonly inspect: { readonly input: { readonly file: string }; readonly output: Inspection }
  readonly prepareRestore: {
    readonly input: { readonly file: string; readonly source: string }
    readonly output: Inspection
  }
}

export type JobName = keyof Jobs

/** So far, of so much; in whatever the job counts. */
export interface Progress {
  readonly done: number
  readonly of: number
}

export interface JobParts {
  readonly isCancelled: IsCancelled
  readonly onProgress: (progress: Progress) => void
}

type Run<Name extends JobName> = (
  input: Jobs[Name]['input'],
  parts: JobParts,
) => Jobs[Name]['output'] | Promise<Jobs[Name]['output']>

export const runs: { readonly [Name in JobName]: Run<Name> } = {
  export: (input, parts) => exportFile({ ...input, ...parts, now: new Date() }),
  stageImport: ({ source, bytes, ...input }, { isCancelled, onProgress }) =>
    stageImport({
      ...input,
      isCancelled,
      records: readImport(source, (done) => onProgress({ done, of: bytes })),
    }),
  commitImport: (input, parts) => commitImport({ ...input, ...parts }),
  dropStage: ({ stage }) => dropDatabase(stage),
  backUp: ({ file, target }) => backUp(file, target),
  backUpDaily: ({ file, folder }) => backUpDaily(file, folder, new Date()),
  listBackups: ({ folder }) => listBackups(folder),
  inspect: ({ file }) => inspectDatabase(file),
  prepareRestore: ({ file, source }) => prepareRestore(file, source),
}
