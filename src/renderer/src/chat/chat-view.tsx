import { useRef } from 'react'

import { ChatHeader } from './chat-header'
import { liveReply } from './chat-state'
import styles from './chat-view.module.css'
import { Composer } from './composer'
import { EmptyState } from './empty-state'
import { JumpButton } from './jump-button'
import type { RemedyWishes } from './reply-remedies'
import type { ReplyWatch } from './reply-view'
import { Transcript } from './transcript'
import { TroubleView } from './trouble-view'
import { useChat, useChatSession } from './use-chat'
import { useFollowEnd } from './use-follow-end'
import { useShortcuts } from './use-shortcuts'

interface ChatViewProps extends ReplyWatch {
  readonly isInspecting: boolean
  readonly onToggleInspector: () => void
}

/** The whole conversation: joins what the session knows to the parts that draw it. */
export function ChatView({ isInspecting, onToggleInspector, ...watch }: ChatViewProps) {
  const session = useChatSession()
  const isOpen = useChat((state) => state.conversationId !== undefined)
  const isEmpty = useChat((state) => state.messages.length === 0)
  const isArriving = useChat((state) => liveReply(state) !== undefined)
  const models = useChat((state) => state.models)
  const chosenModelId = useChat((state) => state.chosenModelId)
  const trouble = useChat((state) => state.trouble)
  const field = useRef<HTMLTextAreaElement>(null)
  const { scrollerRef, contentRef, isFollowing, follow } = useFollowEnd()
  const canSend = isOpen && chosenModelId !== ''

  /** Whatever was pressed, the next thing to do is to write. */
  function backToField(): void {
    field.current?.focus()
  }

  function send(text: string): void {
    void session.send(text)
    follow()
    backToField()
  }

  function tryAgain(promptId: string): void {
    void session.sendAgain(promptId)
    follow()
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
    if (!isEmpty) void session.startConversation()
    backToField()
  }

  useShortcuts({ onStop: stop, onNewConversation: startConversation, onToggleInspector })

  return (
    <div className={styles.chat}>
      <ChatHeader
        models={models}
        chosenModelId={chosenModelId}
        onChooseModel={(modelId) => void session.chooseModel(modelId)}
        onNewConversation={startConversation}
        isInspecting={isInspecting}
        onToggleInspector={onToggleInspector}
      />
      <main className={styles.stage}>
        <div className={styles.scroller} ref={scrollerRef}>
          <div ref={contentRef}>
            <Messages onTryAgain={tryAgain} onContinue={continueReply} {...watch} />
          </div>
        </div>
        {isOpen && isEmpty && <EmptyState canSend={canSend} onSend={send} />}
        {!isFollowing && <JumpButton onPress={jump} />}
      </main>
      <div className={styles.desk}>
        {trouble !== undefined && (
          <TroubleView error={trouble} onTryAgain={canSend ? undefined : () => void session.open()} />
        )}
        <Composer ref={field} isLive={isArriving} canSend={canSend} onSend={send} onStop={stop} />
      </div>
    </div>
  )
}

/** Apart, so that a word that arrives renders nothing else again. */
function Messages(wishes: RemedyWishes & ReplyWatch) {
  const messages = useChat((state) => state.messages)
  const heard = useChat((state) => state.heard)
  const models = useChat((state) => state.models)
  return <Transcript messages={messages} heard={heard} models={models} {...wishes} />
}
