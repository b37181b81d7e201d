/** Names one act of deleting: of a conversation, or of messages in one that is still there. */
export interface TrashPlace {
  readonly conversationId: string
  /** Milliseconds since the epoch; no other act in that conversation has the same. */
  readonly deletedAt: number
}

/** What one act deleted, and what can be brought back for 30 days. */
export interface TrashItem extends TrashPlace {
  readonly kind: 'conversation' | 'messages'
  /** The conversation's. */
  readonly title: string
  /** The beginning of the first of these messages. */
  readonly excerpt: string
  readonly messageCount: number
}

export interface TrashPage {
  /** What was deleted last comes first. */
  readonly items: readonly TrashItem[]
  /** Where the next page begins; absent after the last one. */
  readonly next?: TrashPlace
}
