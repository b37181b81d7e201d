import type { ReactNode } from 'react'

import type { Preferences } from '#shared/preferences'

import { ChatHeader } from './chat-header'
import styles from './chat-view.module.css'
import { Desk } from './desk'
import { EmptyState } from './empty-state'
import { JumpBar } from './jump-bar'
import { Messages } from './messages'
import type { ReadingMemory } from './reading-memory'
import type { ReplyWatch } from './reply-view'
import { useChat, useChatSession } from './use-chat'
import { useChatCommands } from './use-chat-commands'
import { useConversing } from './use-conversing'
import { useFollowEnd } from './use-follow-end'
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
  const isEmpty = useChat((state) => state.messages.length === 0)
  const models = useChat((state) => state.models)
  const chosenModelId = useChat((state) => state.chosenModelId)
  const { setScroller, setContent, newLines, ...view } = useFollowEnd()
  const { scroller, isFollowing, follow, hold } = view
  useReadingPlace({ scroller, isFollowing, follow, hold, conversationId, memory })
  useSought(sought, { scroller, hold })
  const conversing = useConversing(view)
  const { answerView, isOpen, isArriving, canSend, send, stop, jump, backToField, wishes } = conversing

  function startConversation(): void {
    void session.startConversation()
    backToField()
  }

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
              wishes={wishes}
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
        <Desk conversing={conversing} onOpenAgain={() => void session.open()} />
      </div>
    </div>
  )
}
