import type { Reply } from '#shared/message'

export interface ComingReplies {
  /** A reply began, or is over. */
  changed(conversationId: string, reply: Pick<Reply, 'id'>, isOver: boolean): void
  /** The conversations in which something is being answered, the latest first. */
  conversationIds(): readonly string[]
}

/** Which conversations are being answered. */
export function createComingReplies(): ComingReplies {
  const coming = new Map<string, string>()
  return {
    changed: (conversationId, { id }, isOver) => {
      coming.delete(id)
      if (!isOver) coming.set(id, conversationId)
    },
    conversationIds: () => [...new Set([...coming.values()].reverse())],
  }
}
