import type { StoreApi } from 'zustand/vanilla'

import type { Requests } from '#shared/contract'
import type { Prompt } from '#shared/message'

import * as chat from './chat-state'
import { forked } from './forks'
import type { SessionAsker } from './session-asker'

/** What the reader does with the tree of the conversation that is open. */
export interface ChatTree {
  /** Sends other words in the place of a prompt. The prompt, and all that followed it, stay beside it. */
  edit(promptId: string, text: string): Promise<void>
  /** Has a prompt answered once more, beside the answers that it has; by another model if one is named. */
  regenerate(replyId: string, modelId?: string): Promise<void>
  /** Shows the branch of a message. */
  chooseBranch(messageId: string): Promise<void>
  /** Gives the way back; undefined when main refused. */
  deleteMessage(messageId: string, scope: 'message' | 'branch'): Promise<(() => Promise<void>) | undefined>
  /** Opens a new conversation with everything up to a message. Says whether it did. */
  fork(messageId: string): Promise<boolean>
}

export interface ChatTreeParts {
  readonly store: StoreApi<chat.ChatState>
  readonly tryTo: SessionAsker['tryTo']
  readonly newId: () => string
  readonly start: (request: Requests['startReply']) => Promise<void>
  readonly openConversation: (conversationId: string) => Promise<void>
  readonly read: (conversationId: string) => Promise<void>
}

export function createChatTree({
  store,
  tryTo,
  newId,
  start,
  openConversation,
  read,
}: ChatTreeParts): ChatTree {
  const { getState, setState } = store

  async function edit(promptId: string, text: string): Promise<void> {
    const { conversationId, messages, chosenModelId: modelId } = getState()
    const prompt = messages.find(({ id }) => id === promptId)
    if (prompt === undefined || conversationId === undefined) return
    const request = { conversationId, promptId: newId(), replyId: newId(), text, modelId }
    setState(forked(chat.replaced(getState(), promptId), promptId, request.promptId))
    await start({ ...request, parentId: prompt.parentId })
  }

  async function regenerate(replyId: string, modelId = getState().chosenModelId): Promise<void> {
    const { conversationId, messages } = getState()
    const reply = messages.find(({ id }) => id === replyId)
    const prompt = messages.find((message): message is Prompt => message.id === reply?.parentId)
    if (prompt?.role !== 'user' || conversationId === undefined) return
    const { id: promptId, parentId, text } = prompt
    const request = { conversationId, promptId, parentId, replyId: newId(), text, modelId }
    setState(forked(chat.replaced(getState(), promptId), replyId, request.replyId))
    await start(request)
  }

  async function chooseBranch(messageId: string): Promise<void> {
    const { conversationId } = getState()
    if (conversationId === undefined) return
    const answer = await tryTo('chooseBranch', { conversationId, messageId })
    if (answer.ok) await read(conversationId)
  }

  async function deleteMessage(messageId: string, scope: 'message' | 'branch') {
    const { conversationId } = getState()
    if (conversationId === undefined) return undefined
    const answer = await tryTo('deleteMessages', { conversationId, messageId, scope })
    if (!answer.ok) return undefined
    await read(conversationId)
    const { deletedAt } = answer.value
    return async () => {
      const undone = await tryTo('restoreMessages', { conversationId, deletedAt })
      if (undone.ok && getState().conversationId === conversationId) await read(conversationId)
    }
  }

  async function fork(messageId: string): Promise<boolean> {
    const { conversationId } = getState()
    if (conversationId === undefined) return false
    const forkId = newId()
    const answer = await tryTo('forkConversation', { conversationId, messageId, forkId })
    if (answer.ok) await openConversation(forkId)
    return answer.ok
  }

  return { edit, regenerate, chooseBranch, deleteMessage, fork }
}
