import type { TrashAnswers } from '#shared/requests/trash'
import type { TrashPlace } from '#shared/trash'

import type { Handlers } from '../bridge/answer'
import type { ConversationNews } from './conversation-news'
import { kept } from './kept'
import type { Trash } from './trash'

export interface TrashHandlersParts {
  readonly trash: Trash
  readonly news: Pick<ConversationNews, 'changed' | 'treeChanged'>
  /** The replies that are being written in a conversation. */
  readonly runningIn: (conversationId: string) => readonly string[]
}

/** Joins the requests about what was deleted to what answers them, and tells every window what came of it. */
export function trashHandlers({
  trash,
  news,
  runningIn,
}: TrashHandlersParts): Pick<Handlers, keyof TrashAnswers> {
  function deleteForGood(places: readonly TrashPlace[]): void {
    const isWriting = places.some(({ conversationId }) => runningIn(conversationId).length > 0)
    kept(() => trash.deleteForGood(places, isWriting))
  }

  return {
    listTrash: ({ after }) => trash.page(after),
    restoreTrash: ({ places }) => {
      kept(() => trash.restore(places))
      const ids = [...new Set(places.map(({ conversationId }) => conversationId))]
      news.changed(ids)
      ids.forEach((id) => news.treeChanged(id))
    },
    deleteForGood: ({ places }) => deleteForGood(places),
    emptyTrash: ({ until }) => deleteForGood(trash.placesUntil(until)),
  }
}
