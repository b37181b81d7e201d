import { randomUUID } from 'node:crypto'

import { createConversationStore } from './conversation-store'
import { type Conversations, createConversations } from './conversations'
import { openDatabase, type OpenFailure } from './database'
import { recover } from './recover'
import { createReplyJournal, type Timer } from './reply-journal'
import { createReplyStore } from './reply-store'

/** A crash may lose 250 ms; a busy computer and the write itself take their share of them. */
const JOURNAL_EVERY_MS = 150

export type OpenedConversations =
  | { readonly ok: true; readonly conversations: Conversations; readonly close: () => void }
  | { readonly ok: false; readonly failure: OpenFailure }

/** Opens the file with everything that was ever said, and ends what a crash left without an end. */
export function openConversations(file: string, onRefused: (cause: unknown) => void): OpenedConversations {
  const opened = openDatabase(file)
  if (!opened.ok) return opened
  const { database } = opened
  const replies = createReplyStore(database, Date.now)
  recover(replies)

  const now = () => performance.now()
  const journal = createReplyJournal({ store: replies, everyMs: JOURNAL_EVERY_MS, timer, now, onRefused })
  const store = createConversationStore(database, Date.now)
  return {
    ok: true,
    conversations: createConversations({ store, replies, journal, newId: randomUUID }),
    close: () => {
      journal.close()
      database.close()
    },
  }
}

const timer: Timer = (milliseconds, run) => {
  const waiting = setTimeout(run, milliseconds)
  return () => clearTimeout(waiting)
}
