import { z } from 'zod'

import type { Backup, DatabaseContents, ImportReport, PortableFailure, PortableProgress } from '../portable'

const id = z.uuid()

/** Everything that leaves the app or comes into it, and what is kept beside it in case. */
export const portableRequests = {
  /** Asks where to, and writes one conversation or all of them. One work of this kind at a time. */
  exportConversations: z.strictObject({
    conversationId: id.optional(),
    format: z.enum(['jsonl', 'markdown', 'html', 'pdf']),
  }),
  /** Asks where to, and writes the prompts that are kept to be used again. */
  exportPresets: z.strictObject({}),
  printConversation: z.strictObject({ conversationId: id }),
  /** Asks for a file, or takes the one that the app was opened with; reads it, and says what adding it would do. */
  readImport: z.strictObject({ isOpened: z.boolean().optional() }),
  /** Adds what was read last. */
  addImport: z.strictObject({}),
  dropImport: z.strictObject({}),
  /** Ends the work that is under way. What it did so far is undone. */
  cancelPortable: z.strictObject({}),
  listBackups: z.strictObject({}),
  /** Asks where to, and writes a backup that is read at once. */
  backUpToFile: z.strictObject({}),
  /** Shows what a backup holds and asks; then starts the app again with it. Without a name: asks for a file. */
  restoreBackup: z.strictObject({
    name: z
      .string()
      .regex(/^nagare-[\w-]{1,60}\.db$/)
      .optional(),
  }),
  openBackupFolder: z.strictObject({}),
}

export interface PortableAnswers {
  exportConversations: Done<{ readonly savedAs: string }>
  exportPresets: Done<{ readonly savedAs: string }>
  printConversation: Done<object>
  readImport: Done<{ readonly name: string; readonly report: ImportReport }>
  addImport: Done<object>
  dropImport: void
  cancelPortable: void
  listBackups: { readonly backups: readonly Backup[] }
  backUpToFile: Done<{ readonly savedAs: string; readonly contents: DatabaseContents }>
  restoreBackup: Done<object>
  openBackupFolder: void
}

/** How a work ended that the user may end, too. */
export type Done<Value> =
  | ({ readonly outcome: 'done' } & Value)
  /** The user thought better of it. Nothing was changed. */
  | { readonly outcome: 'cancelled' }
  /** Nothing was changed. */
  | { readonly outcome: 'failed'; readonly reason: PortableFailure }

export interface PortableEvents {
  portableProgress: PortableProgress
  /** The menu was used: the window has what it names. */
  portableWish: { readonly wish: 'export' | 'import' | 'backups' | 'print' }
}
