import { z } from 'zod'

import type { ConversationPage, FolderContents } from '../conversation'

const id = z.uuid()
const ids = z.array(id).min(1).max(1_000_000)
const name = z.string().trim().min(1).max(200)
const place = { parentId: id.nullable(), beforeId: id.nullable() }

/** What a window may ask about the list of conversations, their folders, their drafts and their trees. */
export const conversationRequests = {
  /** A page of the list, newest first; the first page has the pinned ones and the folders too. Changes are told from then on. */
  listConversations: z.strictObject({
    after: z.strictObject({ updatedAt: z.int(), id }).optional(),
  }),
  /** Says what holds from now on for all of these; whatever is absent stays. Undo is the same with what held before. */
  changeConversations: z.strictObject({
    ids,
    isPinned: z.boolean().optional(),
    isArchived: z.boolean().optional(),
    /** Deleted ones are emptied after 30 days. A reply that is running in one is stopped. */
    isDeleted: z.boolean().optional(),
    folderId: id.nullable().optional(),
  }),
  renameConversation: z.strictObject({ id, title: name }),
  /** The conversation that nobody has written in yet, with its draft if there is one. */
  findBlankConversation: z.strictObject({}),
  /** What is typed and not sent. Empty: nothing. */
  keepDraft: z.strictObject({ conversationId: id, text: z.string().max(4_000_000) }),

  /** Adds a folder, or gives one that is there another name. */
  keepFolder: z.strictObject({ id, name, parentId: id.nullable() }),
  /** Puts a folder before another one of the same parent, or behind all of them. */
  moveFolder: z.strictObject({ id, ...place }),
  /** What it holds moves to the folder that it lies in. */
  deleteFolder: z.strictObject({ id }),
  restoreFolder: z.strictObject({
    ...{ id, name, ...place },
    conversationIds: z.array(id).max(1_000_000),
    folderIds: z.array(id).max(100_000),
  }),

  /** Shows the branch that a message stands in, down to where it was left. */
  chooseBranch: z.strictObject({ conversationId: id, messageId: id }),
  /** One message, so that what followed it follows what was before it; or it and everything after it. */
  deleteMessages: z.strictObject({ conversationId: id, messageId: id, scope: z.enum(['message', 'branch']) }),
  /** Brings back what one act deleted. */
  restoreMessages: z.strictObject({ conversationId: id, deletedAt: z.int() }),
  /** Copies everything up to a message into a new conversation. */
  forkConversation: z.strictObject({ conversationId: id, messageId: id, forkId: id }),
}

export interface ConversationAnswers {
  listConversations: ConversationPage
  changeConversations: void
  renameConversation: void
  findBlankConversation: { readonly id: string }
  keepDraft: void
  keepFolder: void
  moveFolder: void
  deleteFolder: FolderContents
  restoreFolder: void
  chooseBranch: void
  /** Names the act, for the way back. */
  deleteMessages: { readonly deletedAt: number }
  restoreMessages: void
  forkConversation: void
}
