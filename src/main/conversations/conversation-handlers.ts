import type { ConversationAnswers } from '#shared/requests/conversations'

import type { Handlers } from '../bridge/answer'
import type { ConversationList } from './conversation-list'
import type { ConversationNews } from './conversation-news'
import type { Drafts } from './drafts'
import type { Folders } from './folders'
import { kept } from './kept'
import type { TreeStore } from './tree-store'

export interface ConversationHandlerParts {
  readonly list: ConversationList
  readonly folders: Folders
  readonly drafts: Drafts
  readonly tree: TreeStore
  readonly news: ConversationNews
  readonly newId: () => string
  /** The replies that are being written in a conversation, and the way to stop one. */
  readonly replies: {
    readonly runningIn: (conversationId: string) => readonly string[]
    readonly stop: (replyId: string) => void
  }
}

/** Joins the requests about conversations to what answers them, and tells every window what came of it. */
export function conversationHandlers(
  parts: ConversationHandlerParts,
): Pick<Handlers, keyof ConversationAnswers> {
  const { list, folders, drafts, tree, news, newId, replies } = parts

  return {
    listConversations: ({ after }, caller) => news.readPage(caller, after),
    changeConversations: ({ ids, ...change }) => {
      kept(() => list.change(ids, change))
      if (change.isDeleted === true) ids.flatMap(replies.runningIn).forEach(replies.stop)
      news.changed(ids)
    },
    renameConversation: ({ id, title }) => {
      kept(() => list.rename(id, title, 'user'))
      news.changed([id])
    },
    findBlankConversation: () => ({ id: drafts.blank() ?? newId() }),
    keepDraft: ({ conversationId, text }) => kept(() => drafts.keep(conversationId, text)),

    keepFolder: (folder) => {
      kept(() => folders.keep(folder))
      news.changed([], true)
    },
    moveFolder: ({ id, ...place }) => {
      kept(() => folders.move(id, place))
      news.changed([], true)
    },
    deleteFolder: ({ id }) => {
      const contents = kept(() => folders.delete(id))
      news.changed(contents.conversationIds, true)
      return contents
    },
    restoreFolder: (folder) => {
      kept(() => folders.restore(folder))
      news.changed(folder.conversationIds, true)
    },

    chooseBranch: ({ conversationId, messageId }, caller) => {
      kept(() => tree.choose(conversationId, messageId))
      news.treeChanged(conversationId, caller)
    },
    deleteMessages: ({ conversationId, messageId, scope }, caller) => {
      const gone = scope === 'branch' ? tree.read(conversationId).branch(messageId) : [messageId]
      replies
        .runningIn(conversationId)
        .filter((replyId) => gone.includes(replyId))
        .forEach(replies.stop)
      const deletedAt = kept(() => tree.delete(conversationId, messageId, scope))
      news.treeChanged(conversationId, caller)
      return { deletedAt }
    },
    restoreMessages: ({ conversationId, deletedAt }, caller) => {
      kept(() => tree.restore(conversationId, deletedAt))
      news.treeChanged(conversationId, caller)
    },
    forkConversation: ({ conversationId, messageId, forkId }) => {
      kept(() => tree.fork(conversationId, messageId, forkId))
      news.changed([forkId])
    },
  }
}
