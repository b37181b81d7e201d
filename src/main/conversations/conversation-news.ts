import type { ConversationPage, ConversationsEvent, ListPlace } from '#shared/conversation'

import type { Caller } from '../bridge/answer'
import type { ConversationList, KeptRow } from './conversation-list'
import type { Folders } from './folders'

export interface ConversationNewsParts {
  readonly list: Pick<ConversationList, 'page' | 'rows'>
  readonly folders: Pick<Folders, 'list'>
  readonly isAnswering: (conversationId: string) => boolean
  /** The list is not as it was, whether or not a window shows it. */
  readonly onChange?: () => void
}

/** Tells every window that shows the list what has become of it. */
export interface ConversationNews {
  /** This page is told from now on. */
  readPage(caller: Caller, after: ListPlace | undefined): ConversationPage
  /** Something about these conversations is not as it was. */
  changed(ids: readonly string[], hasFolders?: boolean): void
  /**
   * Messages of this conversation were deleted, brought back, or another branch was chosen. The page that did it reads
   * the conversation when it is answered, and is not told.
   */
  treeChanged(conversationId: string, doer?: Caller): void
}

export function createConversationNews({
  list,
  folders,
  isAnswering,
  onChange = () => undefined,
}: ConversationNewsParts): ConversationNews {
  const readers = new Set<Caller>()
  const toRow = (row: KeptRow) => ({ ...row, isAnswering: isAnswering(row.id) })

  function readPage(caller: Caller, after: ListPlace | undefined): ConversationPage {
    if (!readers.has(caller)) {
      readers.add(caller)
      caller.gone.addEventListener('abort', () => readers.delete(caller), { once: true })
    }
    const page = list.page(after)
    const rows = page.rows.map(toRow)
    return after === undefined ? { ...page, rows, folders: folders.list() } : { ...page, rows }
  }

  function changed(ids: readonly string[], hasFolders = false): void {
    const rows = list.rows(ids).map(toRow)
    const known = new Set(rows.map(({ id }) => id))
    const goneIds = ids.filter((id) => !known.has(id))
    onChange()
    tell({ rows, goneIds, ...(hasFolders ? { folders: folders.list() } : {}) })
  }

  function tell(event: ConversationsEvent, doer?: Caller): void {
    for (const reader of readers) if (reader !== doer) reader.tell('conversations', event)
  }

  return {
    readPage,
    changed,
    treeChanged: (conversationId, doer) => tell({ rows: [], goneIds: [], treeId: conversationId }, doer),
  }
}
