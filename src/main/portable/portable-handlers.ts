import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { DatabaseContents } from '#shared/portable'
import type { PortableAnswers } from '#shared/requests/portable'

import type { Caller, Handlers } from '../bridge/answer'
import type { Inspection } from './backup/inspect-database'
import { type DocumentPainter, exportAllDocuments, exportDocument } from './export-documents'
import { dropDatabase } from './new-database'
import { createOneWork } from './one-work'
import type { RunJob } from './threads'

export interface PortableOptions {
  /** Where the conversations lie, and what is kept beside them. */
  readonly file: string
  readonly backups: string
  readonly temporary: string
  readonly appVersion: string
  readonly language: () => 'en' | 'ja'
  /** What the reader is called. */
  readonly you: () => string
  readonly modelName: (modelId: string) => string
  readonly runJob: RunJob
  readonly painter: DocumentPainter
  readonly system: PortableSystem
  /** The file that the app was opened with, once. */
  readonly openedFile: () => string | undefined
  /** Nothing else writes while this runs. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  /** These conversations are not as they were. */
  readonly onImported: (conversationIds: readonly string[]) => Promise<void>
  readonly onFailure: (cause: unknown) => unknown
  readonly now: () => Date
}

/** What the user decides, and what only the system can do. */
export interface PortableSystem {
  /** Undefined when the user thought better of it. */
  readonly askTarget: (kind: 'export' | 'backUp', name: string) => Promise<string | undefined>
  readonly askSource: (kind: 'import' | 'backup') => Promise<string | undefined>
  readonly confirmRestore: (contents: DatabaseContents) => Promise<boolean>
  readonly sayUnusable: (reason: Extract<Inspection, { readonly ok: false }>['reason']) => Promise<void>
  /** False when the user thought better of it. */
  readonly print: (file: string) => Promise<boolean>
  readonly openFolder: (folder: string) => void
  readonly restart: () => void
}

type Names = keyof PortableAnswers

const ENDINGS = { jsonl: 'jsonl', markdown: 'md', html: 'html', pdf: 'pdf' } as const

export function portableHandlers(options: PortableOptions): Pick<Handlers, Names> {
  const { file, backups, system, runJob, now } = options
  const work = createOneWork(options.onFailure)
  const stage = `${file}.stage`
  // What a crash has left.
  dropDatabase(stage)
  let dropped = Promise.resolve()
  // What stays behind is replaced by the next import.
  const dropStage = (): Promise<void> =>
    runJob('dropStage', { stage }).catch((cause: unknown) => void options.onFailure(cause))
  const progressOf = (caller: Caller) => (progress: { readonly done: number; readonly of: number }) =>
    caller.tell('portableProgress', progress)
  const spoken = () => ({ locale: options.language(), you: options.you() })
  const day = (): string => now().toISOString().slice(0, 10)

  return {
    exportConversations: ({ conversationId, format }, caller) =>
      work.run(async (signal) => {
        const isFolder = conversationId === undefined && format !== 'jsonl'
        const name = isFolder ? `Nagare ${day()}` : `Nagare ${day()}.${ENDINGS[format]}`
        const target = await system.askTarget('export', name)
        if (target === undefined) return undefined
        const onProgress = progressOf(caller)
        if (format === 'jsonl') {
          const input = { file, target, conversationId, appVersion: options.appVersion }
          await runJob('export', input, { signal, onProgress })
          return { savedAs: basename(target) }
        }
        const documents = { ...options, ...spoken(), format, signal }
        if (conversationId === undefined) {
          return { savedAs: basename(await exportAllDocuments(target, documents, onProgress)) }
        }
        await exportDocument(conversationId, target, documents)
        return { savedAs: basename(target) }
      }),

    exportPresets: () =>
      work.run(async (signal) => {
        const target = await system.askTarget('export', `Nagare prompts ${day()}.jsonl`)
        if (target === undefined) return undefined
        const input = { file, target, isOnlyPresets: true, appVersion: options.appVersion }
        await runJob('export', input, { signal })
        return { savedAs: basename(target) }
      }),

    printConversation: ({ conversationId }) =>
      work.run(async (signal) => {
        // Others who use this computer may look into the system's folder, but not into this one.
        const folder = await mkdtemp(join(options.temporary, 'nagare-print-'))
        const page = join(folder, 'page.html')
        try {
          await exportDocument(conversationId, page, { ...options, ...spoken(), format: 'html', signal })
          return (await system.print(page)) ? {} : undefined
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      }),
    readImport: ({ isOpened = false }, caller) =>
      work.run(async (signal) => {
        const source = isOpened ? options.openedFile() : await system.askSource('import')
        if (source === undefined) return undefined
        await dropped
        const input = { file, stage, source, bytes: statSync(source).size }
        const report = await runJob('stageImport', input, { signal, onProgress: progressOf(caller) })
        return { name: basename(source), report }
      }),

    addImport: (_, caller) =>
      work.run(async (signal) => {
        let changed: readonly string[] = []
        await options.alone(async () => {
          changed = await runJob('commitImport', { file, stage }, { signal, onProgress: progressOf(caller) })
        })
        await options.onImported(changed)
        await dropStage()
        return {}
      }),

    dropImport: () => {
      dropped = dropStage()
      return dropped
    },

    cancelPortable: work.cancel,
    listBackups: async () => ({ backups: await runJob('listBackups', { folder: backups }) }),

    backUpToFile: () =>
      work.run(async () => {
        const target = await system.askTarget('backUp', `Nagare ${day()}.db`)
        if (target === undefined) return undefined
        return { savedAs: basename(target), contents: await runJob('backUp', { file, target }) }
      }),

    restoreBackup: ({ name }) =>
      work.run(async () => {
        const source = name === undefined ? await system.askSource('backup') : join(backups, name)
        if (source === undefined) return undefined
        const found = await runJob('inspect', { file: source })
        if (!found.ok) return void (await system.sayUnusable(found.reason))
        if (!(await system.confirmRestore(found.contents))) return undefined
        await runJob('prepareRestore', { file, source })
        system.restart()
        return {}
      }),

    openBackupFolder: () => system.openFolder(backups),
  }
}
