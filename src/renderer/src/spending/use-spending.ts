import { useEffect, useState } from 'react'

import type { Answers } from '#shared/contract'
import { isLive } from '#shared/message'

import { liveReply } from '../chat/chat-state'
import { useChat, useChatSession } from '../chat/use-chat'

/** What the open conversation and the day took; read again whenever an answer ends. Undefined until it is known. */
export function useSpending(): Answers['readSpending'] | undefined {
  const session = useChatSession()
  const conversationId = useChat((state) => state.conversationId)
  const lastEnded = useChat((state) => state.messages.findLast((message) => !isLive(message)))
  const isComing = useChat((state) => liveReply(state) !== undefined)
  const [read, setRead] = useState<{ readonly of: string; readonly spending: Answers['readSpending'] }>()

  useEffect(() => {
    let isOld = false
    if (conversationId === undefined || isComing) return undefined
    void session.readSpending().then((answer) => {
      if (answer.ok && !isOld) setRead({ of: conversationId, spending: answer.value })
    })
    return () => {
      isOld = true
    }
  }, [session, conversationId, lastEnded, isComing])

  return read?.of === conversationId ? read?.spending : undefined
}
