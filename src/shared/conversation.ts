/** A conversation as a list shows it. */
export interface ConversationRow {
  readonly id: string
  /** One line; empty for a conversation whose only prompt has no words to show. */
  readonly title: string
  /** Milliseconds since the epoch: when it was last written in. */
  readonly updatedAt: number
  readonly folderId: string | null
  readonly isPinned: boolean
  readonly isArchived: boolean
  /** A reply is being written in it. */
  readonly isAnswering: boolean
  /** A reply came to its end while no window looked. */
  readonly isUnread: boolean
}

export interface Folder {
  readonly id: string
  /** The folder that it lies in; null for one at the top. */
  readonly parentId: string | null
  readonly name: string
}

/** What has become of the list. Each part says what holds from now on, so that a part that comes twice does no harm. */
export interface ConversationsEvent {
  readonly rows: readonly ConversationRow[]
  /** Deleted, so that no list shows them. */
  readonly goneIds: readonly string[]
  /** A conversation whose messages were deleted or brought back, or that shows another branch. */
  readonly treeId?: string
  /** All of them, in their order; absent when they are as before. */
  readonly folders?: readonly Folder[]
}

/** Where a page of the list ends; the next one begins behind it. */
export interface ListPlace {
  readonly updatedAt: number
  readonly id: string
}

export interface ConversationPage {
  readonly rows: readonly ConversationRow[]
  /** Absent after the last page. */
  readonly next?: ListPlace
  /** With the first page. */
  readonly folders?: readonly Folder[]
}

/** What a deleted folder held, for the way back. */
export interface FolderContents {
  readonly conversationIds: readonly string[]
  readonly folderIds: readonly string[]
}
