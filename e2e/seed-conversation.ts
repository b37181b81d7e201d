import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { openConversations } from '../src/main/conversations/open-conversations'

export interface SeededTurn {
  readonly prompt: string
  readonly reply: string
}

/** Writes a conversation into the app's folder, as the app itself would have kept it. */
export function seedConversation(userData: string, turns: readonly SeededTurn[]): void {
  const opened = openConversations(join(userData, 'conversations.db'), (cause) => {
    throw cause
  })
  if (!opened.ok) throw new Error('The file could not be opened')
  const conversationId = randomUUID()
  let parentId: string | null = null
  for (const { prompt, reply } of turns) {
    const [promptId, replyId] = [randomUUID(), randomUUID()]
    const { conversations } = opened
    conversations.keep({ conversationId, promptId, parentId, replyId, text: prompt, modelId: 'demo/flow' })
    conversations.note({ type: 'reply-delta', replyId, kind: 'text', at: 0, text: reply })
    conversations.note({ type: 'reply-end', replyId, reason: 'complete' })
    parentId = replyId
  }
  opened.close()
}
