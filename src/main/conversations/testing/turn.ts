import type { Turn } from '../conversation-store'

/** The first turn of a conversation, but for what is given. */
export function turn(changes: Partial<Turn> = {}): Turn {
  return {
    ...{ conversationId: 'c', promptId: 'p', parentId: null, text: 'Hello', replyId: 'r', modelId: 'm' },
    ...changes,
  }
}
