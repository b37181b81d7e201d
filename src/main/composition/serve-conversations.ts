import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

import type { Reply } from '#shared/message'

import type { ChatService } from '../chat/chat-service'
import type { DayLimit } from '../chat/day-limit'
import { createReplyRuns, type ReplyRuns } from '../chat/reply-runs'
import { createTitleWriter, type TitleWriterParts } from '../chat/title-writer'
import { conversationHandlers } from '../conversations/conversation-handlers'
import { servePresets } from '../conversations/preset-handlers'
import { createConversationNews } from '../conversations/conversation-news'
import { trashHandlers } from '../conversations/trash-handlers'
import type { OpenedConversations } from '../conversations/open-conversations'
import type { ReplySignals } from '../desktop/reply-signals'

export interface ServeConversationsParts extends Pick<TitleWriterParts, 'openModel'> {
  readonly history: Extract<OpenedConversations, { readonly ok: true }>
  readonly chat: ChatService
  readonly onIdle: () => void
  /** The list is not as it was. */
  readonly onListChange: () => void
  /** A reply began, or is over. */
  readonly onReply: ReplySignals['changed']
  readonly titlesFromModel: () => boolean
  readonly spending: Pick<TitleWriterParts, 'note'> & { readonly dayLimit: Pick<DayLimit, 'judge'> }
  readonly log: (what: string, cause: unknown) => void
}

/** The running replies, and the list of conversations that shows them: each tells the other. */
export function serveConversations({ history, chat, onIdle, openModel, ...rest }: ServeConversationsParts) {
  const served = servePresets(history.presets)
  const { conversations, list, folders, drafts, tree, trash } = history
  const titles = createTitleWriter({
    isAllowed: (modelId) => rest.titlesFromModel() && rest.spending.dayLimit.judge(modelId) === undefined,
    openModel,
    note: rest.spending.note,
    hasOwnTitle: list.hasOwnTitle,
    rename: (conversationId, title) => {
      list.rename(conversationId, title, 'model')
      news.changed([conversationId])
    },
    onFailure: (cause) => rest.log('No title could be had', cause),
  })

  const runs: ReplyRuns = createReplyRuns(chat, onIdle, (conversationId, reply, isOver) => {
    if (isOver) hearEnd(conversationId, reply)
    rest.onReply(conversationId, reply, isOver)
    news.changed([conversationId])
  })
  const news = createConversationNews({
    ...{ list, folders },
    onChange: rest.onListChange,
    isAnswering: (conversationId) => runs.runningIn(conversationId).length > 0,
  })

  function hearEnd(conversationId: string, { id, progress }: Reply): void {
    if (!runs.isViewed(conversationId)) list.setUnread(conversationId, true)
    if (progress.status !== 'ended' || progress.reason !== 'complete') return
    void titles.write(conversationId, conversations.path(id))
  }

  /** Somebody looks: what came in the meantime is read. */
  function seen(conversationId: string): void {
    if (list.setUnread(conversationId, false)) news.changed([conversationId])
  }

  return {
    runs,
    seen,
    /** A few at a time: every row crosses to every window, and whatever else waits has its turn. */
    onImported: async (ids: readonly string[]) => {
      for (let from = 0; from < ids.length; from += 200) {
        news.changed(ids.slice(from, from + 200), true)
        await setImmediate()
      }
      served.tell()
    },
    stopTitles: titles.stop,
    handlers: {
      ...conversationHandlers({
        ...{ list, folders, drafts, tree, news, newId: randomUUID },
        replies: { runningIn: runs.runningIn, stop: chat.stop },
      }),
      ...trashHandlers({ trash, news, runningIn: runs.runningIn }),
      ...served.handlers,
    },
  }
}
