import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

import type { Timer } from './alarm'
import { createConversationStore } from './conversation-store'
import { type ConversationList, createConversationList } from './conversation-list'
import { sqliteCode } from './connect'
import { type Conversations, createConversations } from './conversations'
import { BUSY_TIMEOUT_MS, openDatabase, type OpenFailure, toOpenFailure } from './database'
import { createDrafts, type Drafts } from './drafts'
import { emptyTrash, keepEmptying } from './empty-trash'
import { createFolders, type Folders } from './folders'
import { createParameterStore, type ParameterStore } from './parameter-store'
import { createPresetStore, type PresetStore } from './preset-store'
import { recover } from './recover'
import { createReplyJournal } from './reply-journal'
import { createReplyStore } from './reply-store'
import { revealMessage } from './reveal-message'
import { keepReading } from './search/keep-reading'
import { createSearch, type Search } from './search/search'
import { createSearchIndex } from './search/search-index'
import { createSpendingStore, type SpendingStore } from './spending-store'
import { createTrash, type Trash } from './trash'
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
      readonly parameters: ParameterStore
      readonly presets: PresetStore
      readonly tree: TreeStore
      readonly trash: Trash
      readonly search: Search
      readonly spending: SpendingStore
      /** Shows a message in its conversation, which it gives; undefined when the message is there no longer. */
      readonly reveal: (messageId: string) => string | undefined
      /** Says of how many replies the newest words could not be written, and are lost. Never throws. */
      readonly close: () => { readonly unwritten: number }
      /**
       * Whether a work of the app's own writes alone. Meanwhile a write that finds the file taken waits for nobody, and is
       * made when it is over: nobody need be told.
       */
      readonly makeWay: (isNeeded: boolean) => void
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

  let makesWay = false
  const hearRefusal = (cause: unknown): void => {
    if (!makesWay || !sqliteCode(cause).startsWith('SQLITE_BUSY')) onRefused(cause)
  }
  const journal = createReplyJournal({
    store: replies,
    everyMs: JOURNAL_EVERY_MS,
    timer,
    now: () => performance.now(),
    onRefused: hearRefusal,
    onAccepted,
  })
  const store = createConversationStore(database, Date.now)
  const tree = createTreeStore(database, Date.now, randomUUID)
  const drafts = createDrafts(database, Date.now)
  const index = createSearchIndex(database, () => performance.now())
  const stopReading = keepReading({ index, timer, onFailure: onRefused })
  const stopEmptying = keepEmptying({ database, timer, now: Date.now, onFailure: onRefused })
  return {
    ok: true,
    search: createSearch({ database, index, now: Date.now, pause: setImmediate }),
    reveal: (messageId) => revealMessage(database, tree, messageId),
    conversations: createConversations({ store, replies, journal, tree, drafts, newId: randomUUID }),
    list: createConversationList(database, Date.now),
    folders: createFolders(database, Date.now),
    drafts,
    parameters: createParameterStore(database),
    presets: createPresetStore(database, Date.now),
    spending: createSpendingStore(database, Date.now),
    tree,
    trash: createTrash(database, tree, Date.now),
    makeWay: (isNeeded) => {
      makesWay = isNeeded
      database.exec(`PRAGMA busy_timeout = ${isNeeded ? 0 : BUSY_TIMEOUT_MS}`)
    },
    close: () => {
      stopReading()
      stopEmptying()
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
