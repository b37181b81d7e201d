import type { Message } from './message'

/** What adding a file would do. Nothing is added yet. */
export interface ImportReport {
  readonly conversations: FreshAndKnown
  readonly messages: FreshAndKnown
  /** Prompts that are kept to be used again. */
  readonly presets: FreshAndKnown
  /** The latest few of the new conversations. */
  readonly titles: readonly string[]
  /** The first few hundred; `problemCount` says how many there are. */
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
}

/** What is new, and what is there already and stays as it is. */
export interface FreshAndKnown {
  readonly fresh: number
  readonly known: number
}

export interface ImportProblem {
  /** Where in the file, for example `line 7` or `conversations.json #12`. */
  readonly place: string
  readonly reason: ProblemReason
  /** The conversation's title, or the beginning of what could not be read. */
  readonly detail: string
}

export type ProblemReason =
  /** No JSON, or not of the shape that belongs there. */
  | 'unreadable'
  /** The file ends, or turns into something else, in the middle. Everything before is read. */
  | 'cut-off'
  /** Written by a newer version than this one knows. */
  | 'newer-version'
  /** A conversation without a single word. */
  | 'no-messages'
  /** Images and files: only the words are imported. */
  | 'attachments'
  /** A file of none of the kinds that are known. */
  | 'unknown-kind'

export type BackupKind = 'daily' | 'before-restore' | 'damaged'

/** What a file of conversations holds. */
export interface DatabaseContents {
  readonly conversations: number
  readonly messages: number
  /** When somebody last wrote in it, in milliseconds since the epoch; null when it is empty. */
  readonly latestAt: number | null
}

/** One of the backups that the app keeps by itself. */
export interface Backup {
  /** The file's name in the folder of backups. */
  readonly name: string
  readonly kind: BackupKind
  /** Milliseconds since the epoch. */
  readonly madeAt: number
  readonly bytes: number
  /** Null when it cannot be restored. */
  readonly contents: DatabaseContents | null
}

/** How far the work is that is under way, in whatever it counts. */
export interface PortableProgress {
  readonly done: number
  readonly of: number
}

/** Why a work could not be done. Nothing was changed in any case. */
export type PortableFailure =
  /** Another one is under way. */
  | 'busy'
  | 'disk-full'
  /** The file or its folder cannot be written. */
  | 'not-writable'
  | 'not-readable'
  | 'damaged'
  /** No printer, or the system refused. */
  | 'not-printed'
  | 'unexpected'

/** A message, and who says it: the name of the model that answered. */
export interface SpokenMessage {
  readonly speaker: string
  readonly message: Message
}

/** Some messages of a conversation, to be turned into a document. */
export interface ExportPart {
  readonly locale: 'en' | 'ja'
  readonly messages: readonly SpokenMessage[]
}

export interface RenderedPart {
  readonly html: string
  /** The styles that any part needs. */
  readonly css: string
}
