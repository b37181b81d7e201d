import { randomUUID } from 'node:crypto'

import type { Timer } from './alarm'
import { createConversationStore } from './conversation-store'
import { type ConversationList, createConversationList } from './conversation-list'
import { type Conversations, createConversations } from './conversations'
import { BUSY_TIMEOUT_MS, openDatabase, type OpenFailure, toOpenFailure } from './database'
import { createDrafts, type Drafts } from './drafts'
import { emptyTrash } from './empty-trash'
import { createFolders, type Folders } from './folders'
import { recover } from './recover'
import { createReplyJournal } from './reply-journal'
import { createReplyStore } from './reply-store'
import { createTreeStore, type TreeStore } from './tree-store'

/** A crash may lose 250 ms; a busy computer and the write itself take their share of them. */
const JOURNAL_EVERY_MS = 150

export type OpenedConversations =
  | {
      readonly ok: true
      readonly conversations: Conversations
      readonly list: ConversationList
      readonly folders: Folders
      readonly drafts: Drafts
      readonly tree: TreeStore
      /** Says of how many replies the newest words could not be written, and are lost. Never throws. */
      readonly close: () => { readonly unwritten: number }
      /** How long a write waits for another process or thread that writes just now; without it, some seconds. */
      readonly waitForOthers: (milliseconds?: number) => void
    }
  | { readonly ok: false; readonly failure: OpenFailure }

/** Opens the file with everything that was ever said, and ends what a crash left without an end. */
export function openConversations(
  file: string,
  onRefused: (cause: unknown) => void,
  onAccepted: () => void = () => undefined,
): OpenedConversations {
  const opened = openDatabase(file)
  if (!opened.ok) return opened
  const { database } = opened
  const replies = createReplyStore(database, Date.now)
  try {
    recover(replies)
    emptyTrash(database, Date.now())
  } catch (cause) {
    database.close()
    return { ok: false, failure: toOpenFailure(cause) }
  }

  const journal = createReplyJournal({
    store: replies,
    everyMs: JOURNAL_EVERY_MS,
    timer,
    now: () => performance.now(),
    onRefused,
    onAccepted,
  })
  const store = createConversationStore(database, Date.now)
  const tree = createTreeStore(database, Date.now, randomUUID)
  const drafts = createDrafts(database, Date.now)
  return {
    ok: true,
    conversations: createConversations({ store, replies, journal, tree, drafts, newId: randomUUID }),
    list: createConversationList(database, Date.now),
    folders: createFolders(database, Date.now),
    drafts,
    tree,
    waitForOthers: (milliseconds = BUSY_TIMEOUT_MS) => database.exec(`PRAGMA busy_timeout = ${milliseconds}`),
    close: () => {
      const closed = journal.close()
      database.close()
      return closed
    },
  }
}

const timer: Timer = (milliseconds, run) => {
  const waiting = setTimeout(run, milliseconds)
  return () => clearTimeout(waiting)
}
