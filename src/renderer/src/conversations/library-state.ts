import type { AppError } from '#shared/app-error'
import type { ConversationPage, ConversationRow, ConversationsEvent, Folder } from '#shared/conversation'

/** What this window knows of the list. */
export interface LibraryState {
  readonly rows: ReadonlyMap<string, ConversationRow>
  readonly folders: readonly Folder[]
  /** The first page is there; the rest of a long list may still be on its way. */
  readonly isOpen: boolean
  readonly trouble: AppError | undefined
}

export const emptyLibrary: LibraryState = {
  rows: new Map(),
  folders: [],
  isOpen: false,
  trouble: undefined,
}

/** A page was read. What was told meanwhile is newer than the page, and stays. */
export function read(state: LibraryState, page: ConversationPage, told: ReadonlySet<string>): LibraryState {
  const rows = new Map(state.rows)
  for (const row of page.rows) if (!told.has(row.id)) rows.set(row.id, row)
  return { rows, folders: page.folders ?? state.folders, isOpen: true, trouble: undefined }
}

export function told(
  state: LibraryState,
  { rows: changed, goneIds, folders }: ConversationsEvent,
): LibraryState {
  if (changed.length === 0 && goneIds.length === 0)
    return folders === undefined ? state : { ...state, folders }
  const rows = new Map(state.rows)
  for (const row of changed) rows.set(row.id, row)
  for (const id of goneIds) rows.delete(id)
  return { ...state, rows, folders: folders ?? state.folders }
}
