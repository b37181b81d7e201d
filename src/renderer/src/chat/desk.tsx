import { Composer } from './composer'
import { TroubleView } from './trouble-view'
import { useChat, useChatSession } from './use-chat'
import type { useConversing } from './use-conversing'

interface DeskProps {
  readonly conversing: ReturnType<typeof useConversing>
  /** After trouble, when nothing can be sent. */
  readonly onOpenAgain: () => void
}

/** Where the reader writes, and above it what is in the way. */
export function Desk({ conversing, onOpenAgain }: DeskProps) {
  const { field, isArriving, canSend, send, stop, backToField } = conversing
  const session = useChatSession()
  const draft = useChat((state) => state.draft)
  const trouble = useChat((state) => state.trouble)
  return (
    <>
      {trouble !== undefined && (
        <TroubleView
          error={trouble}
          onTryAgain={canSend ? undefined : onOpenAgain}
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
    </>
  )
}
