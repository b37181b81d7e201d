import type { Bridge } from '#shared/contract'
import type { Result } from '#shared/result'
import type { Backup, DatabaseContents, ImportReport, PortableProgress } from '#shared/portable'
import type { Done } from '#shared/requests/portable'

export type ExportFormat = 'jsonl' | 'markdown' | 'html' | 'pdf'

/** What the window can have main do with its data. */
export interface Portable {
  exportConversations(
    format: ExportFormat,
    conversationId: string | undefined,
  ): Promise<Done<{ readonly savedAs: string }>>
  exportPresets(): Promise<Done<{ readonly savedAs: string }>>
  print(conversationId: string): Promise<Done<object>>
  /** Of a file that is asked for, or of the one that the app was opened with. */
  readImport(isOpened?: boolean): Promise<Done<{ readonly name: string; readonly report: ImportReport }>>
  addImport(): Promise<Done<object>>
  dropImport(): void
  cancel(): void
  listBackups(): Promise<readonly Backup[]>
  backUp(): Promise<Done<{ readonly savedAs: string; readonly contents: DatabaseContents }>>
  restore(name: string | undefined): Promise<Done<object>>
  openFolder(): void
  onProgress(listener: (progress: PortableProgress) => void): () => void
}

/** Speaks with main. A request that failed altogether is a work that failed. */
export function createPortable({ ask, on }: Bridge): Portable {
  async function done<Value>(answer: Promise<Result<Done<Value>>>): Promise<Done<Value>> {
    const result = await answer
    return result.ok ? result.value : { outcome: 'failed', reason: 'unexpected' }
  }
  const named = (name: string | undefined) => (name === undefined ? {} : { name })
  const of = (conversationId: string | undefined) => (conversationId === undefined ? {} : { conversationId })

  return {
    exportConversations: (format, conversationId) =>
      done(ask('exportConversations', { format, ...of(conversationId) })),
    exportPresets: () => done(ask('exportPresets', {})),
    print: (conversationId) => done(ask('printConversation', { conversationId })),
    readImport: (isOpened = false) => done(ask('readImport', isOpened ? { isOpened } : {})),
    addImport: () => done(ask('addImport', {})),
    dropImport: () => void ask('dropImport', {}),
    cancel: () => void ask('cancelPortable', {}),
    listBackups: async () => {
      const answer = await ask('listBackups', {})
      return answer.ok ? answer.value.backups : []
    },
    backUp: () => done(ask('backUpToFile', {})),
    restore: (name) => done(ask('restoreBackup', named(name))),
    openFolder: () => void ask('openBackupFolder', {}),
    onProgress: (listener) => on('portableProgress', listener),
  }
}
