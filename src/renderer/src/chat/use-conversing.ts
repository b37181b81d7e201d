import { useRef } from 'react'

import { usePreference } from '../ui/preferences'
import { liveReply } from './chat-state'
import { findMessage, topAt } from './message-element'
import { useChat, useChatSession } from './use-chat'
import type { FollowedView } from './use-follow-end'
import { useMessageWishes } from './use-message-wishes'

/** What the reader does in the open conversation. Whatever was pressed, the next thing to do is to write. */
export function useConversing(view: Pick<FollowedView, 'scroller' | 'isFollowing' | 'follow' | 'hold'>) {
  const { scroller, isFollowing, follow, hold } = view
  const session = useChatSession()
  const isOpen = useChat((state) => state.conversationId !== undefined)
  const isArriving = useChat((state) => liveReply(state) !== undefined)
  const chosenModelId = useChat((state) => state.chosenModelId)
  const field = useRef<HTMLTextAreaElement>(null)
  const answerView = usePreference('answerView')
  const canSend = isOpen && chosenModelId !== ''

  function backToField(): void {
    field.current?.focus()
  }

  /** Goes along with the answer that was just asked for. */
  function followAnswer(): void {
    const answerId = session.store.getState().messages.at(-1)?.id
    if (answerView === 'end' || scroller === null || answerId === undefined) return follow()
    follow(() => {
      const answer = findMessage(scroller, answerId)
      return answer === null ? undefined : topAt(scroller, answer)
    })
  }

  function send(text: string): void {
    void session.send(text)
    followAnswer()
    backToField()
  }

  function tryAgain(promptId: string): void {
    void session.sendAgain(promptId)
    followAnswer()
    backToField()
  }

  function continueReply(replyId: string): void {
    void session.continueReply(replyId)
    follow()
    backToField()
  }

  function stop(): void {
    if (!isArriving) return
    void session.stop()
    backToField()
  }

  function jump(): void {
    follow()
    backToField()
  }

  const wishes = useMessageWishes({
    ...{ scroller, isFollowing, hold, onAsked: followAnswer, backToField },
    remedies: { onTryAgain: tryAgain, onContinue: continueReply },
  })
  return { field, answerView, isOpen, isArriving, canSend, send, stop, jump, backToField, wishes }
}
