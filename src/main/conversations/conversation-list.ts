import type { ConversationPage, ConversationRow, ListPlace } from '#shared/conversation'
import type { Requests } from '#shared/contract'

import type { Database, SqlValue } from './connect'
import type { Clock } from './conversation-store'
import { isRefusedByDisk } from './is-refused-by-disk'
import { toStorable } from './message-row'
import { toTitle } from './to-title'

/** A page is read and drawn within a frame or two; a list of 50,000 comes in the background. */
const FIRST_PAGE = 200
const PAGE = 5_000

type Change = Omit<Requests['changeConversations'], 'ids'>

/** What a list shows; whether a reply is being written only the process knows. */
export type KeptRow = Omit<ConversationRow, 'isAnswering'>

export interface ConversationList {
  /** Newest first. Without a place, the first page: with the pinned ones, however old they are. */
  page(after: ListPlace | undefined): { readonly rows: readonly KeptRow[]; readonly next?: ListPlace }
  /** Those of them that a list shows. */
  rows(ids: readonly string[]): readonly KeptRow[]
  /** Gives the ids that there are. */
  change(ids: readonly string[], change: Change): void
  rename(id: string, title: string, source: 'user' | 'model'): void
  /** Whether a person, or a model, gave it a title already. */
  hasOwnTitle(id: string): boolean
  /** Says whether it was otherwise before. Where the disk refuses the mark stays as it is: it is worth no failure. */
  setUnread(id: string, isUnread: boolean): boolean
}

export function createConversationList(database: Database, now: Clock): ConversationList {
  function page(after: ListPlace | undefined): Pick<ConversationPage, 'next'> & { rows: readonly KeptRow[] } {
    const limit = after === undefined ? FIRST_PAGE : PAGE
    const place = after === undefined ? [Number.MAX_SAFE_INTEGER, ''] : [after.updatedAt, after.id]
    const found = database.all<Row>(PAGE_AFTER, [...place, limit]).map(toKeptRow)
    const last = found.length === limit ? found.at(-1) : undefined
    const pinned = after === undefined ? database.all<Row>(PINNED).map(toKeptRow) : []
    const rows = [...pinned, ...found.filter(({ id }) => !pinned.some((row) => row.id === id))]
    return last === undefined ? { rows } : { rows, next: { updatedAt: last.updatedAt, id: last.id } }
  }

  function rows(ids: readonly string[]): readonly KeptRow[] {
    return ids.flatMap((id) => database.all<Row>(ONE, [id]).map(toKeptRow))
  }

  function change(ids: readonly string[], { isPinned, isArchived, isDeleted, folderId }: Change): void {
    const at = now()
    const mark = (is: boolean): number | null => (is ? at : null)
    const sets: readonly (readonly [column: string, value: SqlValue | undefined])[] = [
      ['pinned_at', isPinned === undefined ? undefined : mark(isPinned)],
      ['archived_at', isArchived === undefined ? undefined : mark(isArchived)],
      ['deleted_at', isDeleted === undefined ? undefined : mark(isDeleted)],
      ['folder_id', folderId],
    ]
    const given = sets.filter(([, value]) => value !== undefined)
    if (given.length === 0) return
    const sql = `UPDATE conversations SET ${given.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`
    const values = given.map(([, value]) => value ?? null)
    database.transact(() => {
      for (const id of ids) database.run(sql, [...values, id])
    }, 'full')
  }

  function rename(id: string, title: string, source: 'user' | 'model'): void {
    const sql = 'UPDATE conversations SET title = ?, title_source = ? WHERE id = ?'
    database.run(sql, [toStorable(toTitle(title)), source, id])
  }

  function hasOwnTitle(id: string): boolean {
    const sql = "SELECT id FROM conversations WHERE id = ? AND title_source <> 'prompt'"
    return database.all(sql, [id]).length > 0
  }

  function setUnread(id: string, isUnread: boolean): boolean {
    const sql = 'UPDATE conversations SET unread_at = ? WHERE id = ? AND (unread_at IS NULL) = ?'
    try {
      return database.run(sql, [isUnread ? now() : null, id, isUnread ? 1 : 0]) > 0
    } catch (cause) {
      if (!isRefusedByDisk(cause)) throw cause
      return false
    }
  }

  return { page, rows, change, rename, hasOwnTitle, setUnread }
}

interface Row {
  readonly id: string
  readonly title: string
  readonly updated_at: number
  readonly folder_id: string | null
  readonly is_pinned: 0 | 1
  readonly is_archived: 0 | 1
  readonly is_unread: 0 | 1
}

function toKeptRow(row: Row): KeptRow {
  return {
    id: row.id,
    title: row.title,
    updatedAt: row.updated_at,
    folderId: row.folder_id,
    isPinned: row.is_pinned === 1,
    isArchived: row.is_archived === 1,
    isUnread: row.is_unread === 1,
  }
}

const COLUMNS = `id, title, updated_at, folder_id, pinned_at IS NOT NULL AS is_pinned,
  archived_at IS NOT NULL AS is_archived, unread_at IS NOT NULL AS is_unread`

const PAGE_AFTER = `
  SELECT ${COLUMNS} FROM conversations WHERE deleted_at IS NULL AND (updated_at, id) < (?, ?)
  ORDER BY updated_at DESC, id DESC LIMIT ?`

const PINNED = `SELECT ${COLUMNS} FROM conversations WHERE pinned_at IS NOT NULL AND deleted_at IS NULL`

const ONE = `SELECT ${COLUMNS} FROM conversations WHERE id = ? AND deleted_at IS NULL`
