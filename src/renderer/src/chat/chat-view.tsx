import { type ReactNode, useRef, useState } from 'react'

import type { Preferences } from '#shared/preferences'

import { usePreference } from '../ui/preferences'
import { ChatHeader } from './chat-header'
import { liveReply } from './chat-state'
import styles from './chat-view.module.css'
import { Composer } from './composer'
import { EmptyState } from './empty-state'
import { JumpBar } from './jump-bar'
import { findMessage, topAt } from './message-element'
import type { MessageWishes } from './message-wishes'
import type { ReadingMemory } from './reading-memory'
import type { ReplyWatch } from './reply-view'
import { Transcript } from './transcript'
import { TroubleView } from './trouble-view'
import { useChat, useChatSession } from './use-chat'
import { useChatCommands } from './use-chat-commands'
import { useFollowEnd } from './use-follow-end'
import { useMessageWishes } from './use-message-wishes'
import { useReadingPlace } from './use-reading-place'
import { type Sought, useSought } from './use-sought'

interface ChatViewProps extends ReplyWatch {
  /** What comes first in the header, of another feature. */
  readonly lead?: ReactNode
  /** More buttons for the header, of other features. */
  readonly tools?: ReactNode
  /** Where the reader wants to be, after a search. */
  readonly sought: Sought | undefined
  /** Lies over the messages. */
  readonly overlay: ReactNode
  readonly memory: ReadingMemory
  readonly isInspecting: boolean
  readonly onToggleInspector: () => void
  readonly onOpenSettings: () => void
  readonly onChooseAnswerView: (view: Preferences['answerView']) => void
}

/** The whole conversation: joins what the session knows to the parts that draw it. */
export function ChatView({ lead, tools, memory, isInspecting, ...rest }: ChatViewProps) {
  const { onToggleInspector, onOpenSettings, onChooseAnswerView, sought, overlay, ...watch } = rest
  const session = useChatSession()
  const conversationId = useChat((state) => state.conversationId)
  const isOpen = conversationId !== undefined
  const isEmpty = useChat((state) => state.messages.length === 0)
  const isArriving = useChat((state) => liveReply(state) !== undefined)
  const models = useChat((state) => state.models)
  const chosenModelId = useChat((state) => state.chosenModelId)
  const trouble = useChat((state) => state.trouble)
  const draft = useChat((state) => state.draft)
  const field = useRef<HTMLTextAreaElement>(null)
  const answerView = usePreference('answerView')
  const { scroller, setScroller, setContent, isFollowing, newLines, follow, hold } = useFollowEnd()
  useReadingPlace({ scroller, isFollowing, follow, hold, conversationId, memory })
  useSought(sought, { scroller, hold })
  const canSend = isOpen && chosenModelId !== ''

  /** Whatever was pressed, the next thing to do is to write. */
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

  function startConversation(): void {
    void session.startConversation()
    backToField()
  }

  const messageWishes = useMessageWishes({
    ...{ scroller, onAsked: followAnswer, backToField },
    remedies: { onTryAgain: tryAgain, onContinue: continueReply },
  })
  useChatCommands({ onStop: stop, onNewConversation: startConversation, onToggleInspector, isInspecting })

  return (
    <div className={styles.chat}>
      <ChatHeader
        {...{ lead, tools }}
        models={models}
        chosenModelId={chosenModelId}
        onChooseModel={(modelId) => void session.chooseModel(modelId)}
        onNewConversation={startConversation}
        isInspecting={isInspecting}
        onToggleInspector={onToggleInspector}
        onOpenSettings={onOpenSettings}
      />
      <main className={styles.stage}>
        <div className={styles.scroller} ref={setScroller}>
          <div ref={setContent}>
            <Messages
              key={conversationId}
              scroller={scroller}
              soughtId={sought?.messageId}
              readFirst={() => memory.readPlace(conversationId ?? '')?.messageId}
              wishes={messageWishes}
              canSend={canSend && !isArriving}
              {...watch}
            />
          </div>
        </div>
        {overlay}
        {isOpen && isEmpty && <EmptyState canSend={canSend} onSend={send} />}
        {!isFollowing && (
          <JumpBar
            newLines={newLines}
            onJump={jump}
            answerView={answerView}
            onChooseAnswerView={onChooseAnswerView}
          />
        )}
      </main>
      <div className={styles.desk}>
        {trouble !== undefined && (
          <TroubleView
            error={trouble}
            onTryAgain={canSend ? undefined : () => void session.open()}
            onAllow={() => void session.allowSpending().then(backToField)}
          />
        )}
        <Composer
          ref={field}
          draft={draft}
          onDraft={session.type}
          isLive={isArriving}
          canSend={canSend}
          onSend={send}
          onStop={stop}
        />
      </div>
    </div>
  )
}

interface MessagesProps extends ReplyWatch {
  readonly soughtId: string | undefined
  readonly scroller: HTMLElement | null
  /** The message that the reader was at when they left this conversation. */
  readonly readFirst: () => string | undefined
  readonly wishes: MessageWishes
  readonly canSend: boolean
}

/** Apart, so that a word that arrives renders nothing else again. */
function Messages({ readFirst, ...rest }: MessagesProps) {
  const messages = useChat((state) => state.messages)
  const earlier = useChat((state) => state.earlier)
  const heard = useChat((state) => state.heard)
  const forks = useChat((state) => state.forks)
  const models = useChat((state) => state.models)
  const [firstId] = useState(readFirst)
  return <Transcript {...{ messages, earlier, forks, heard, models, firstId }} {...rest} />
}
