import { useState } from 'react'

import type { ChatSession } from './chat/chat-session'
import { type PickedReply, pickReply, replyInFocus } from './chat/chat-state'
import { ChatView } from './chat/chat-view'
import type { ReadingMemory } from './chat/reading-memory'
import { ChatSessionContext, useChat, useChatSession } from './chat/use-chat'
import type { Locale } from './i18n/locale'
import { WordsProvider } from './i18n/words-provider'
import { InspectorLayout } from './inspector/inspector-layout'
import { InspectorPanel } from './inspector/inspector-panel'
import type { Recording } from './inspector/recording-switch'
import type { ShownLog } from './inspector/shown-log'
import type { StreamViewProps } from './inspector/stream-view'
import { createCommands } from './ui/commands'
import type { Ticker } from './ui/ticker'
import { CommandsContext } from './ui/use-commands'
import { TickerContext } from './ui/use-ticking'

interface AppProps {
  readonly session: ChatSession
  readonly locale: Locale
  readonly ticker: Ticker
  readonly memory: ReadingMemory
  readonly inspector: InspectorParts
}

export interface InspectorParts extends Pick<StreamViewProps, 'readArrivals' | 'save'> {
  readonly shownLog: ShownLog
  readonly recording: Recording
}

export function App({ session, locale, ticker, memory, inspector }: AppProps) {
  const [commands] = useState(createCommands)
  return (
    <WordsProvider locale={locale}>
      <TickerContext value={ticker}>
        <CommandsContext value={commands}>
          <ChatSessionContext value={session}>
            <Window memory={memory} inspector={inspector} />
          </ChatSessionContext>
        </CommandsContext>
      </TickerContext>
    </WordsProvider>
  )
}

/** The conversation, and beside it what looks behind a reply. */
function Window({ memory, inspector }: Pick<AppProps, 'memory' | 'inspector'>) {
  const [isInspecting, setIsInspecting] = useState(false)
  const [picked, setPicked] = useState<PickedReply>()
  const { store } = useChatSession()

  function inspect(replyId: string): void {
    setPicked(pickReply(store.getState(), replyId))
    setIsInspecting(true)
  }

  return (
    <InspectorLayout
      panel={
        isInspecting && <Inspector {...inspector} picked={picked} onClose={() => setIsInspecting(false)} />
      }
    >
      <ChatView
        memory={memory}
        isInspecting={isInspecting}
        onToggleInspector={() => setIsInspecting(!isInspecting)}
        onInspect={inspect}
        onShown={inspector.shownLog.note}
      />
    </InspectorLayout>
  )
}

interface InspectorProps extends InspectorParts {
  readonly picked: PickedReply | undefined
  readonly onClose: () => void
}

/** Apart, so that the conversation is not drawn again for what the inspector follows. */
function Inspector({ picked, ...parts }: InspectorProps) {
  const reply = useChat((state) => replyInFocus(state, picked))
  const [showBoundaries, setShowBoundaries] = useState(false)
  return (
    <InspectorPanel
      {...parts}
      reply={reply}
      findText={findText}
      showBoundaries={showBoundaries}
      onShowBoundaries={setShowBoundaries}
    />
  )
}

function findText(replyId: string): Element | null {
  return document.querySelector(`[data-reply-text="${CSS.escape(replyId)}"]`)
}
