import { ExternalLink, SquarePen, X } from 'lucide-react'
import { useTranslations } from 'use-intl'

import type { Preferences } from '#shared/preferences'

import { IconButton } from '../ui/icon-button'
import { useCommands } from '../ui/use-commands'
import { useHint } from '../ui/use-hint'
import { describeModel } from './describe-model'
import { Desk } from './desk'
import { JumpBar } from './jump-bar'
import { Messages } from './messages'
import type { QuickAsker } from './quick-asker'
import styles from './quick-view.module.css'
import { useChat, useChatSession } from './use-chat'
import { useConversing } from './use-conversing'
import { useFollowEnd } from './use-follow-end'
import { useQuickWindow } from './use-quick-window'

interface QuickViewProps {
  readonly asker: QuickAsker
  readonly onChooseAnswerView: (view: Preferences['answerView']) => void
}

/** One question, and the answer beneath it. What is asked here is a conversation like every other. */
export function QuickView({ asker, onChooseAnswerView }: QuickViewProps) {
  const words = useTranslations('quick')
  const session = useChatSession()
  const conversationId = useChat((state) => state.conversationId)
  const isEmpty = useChat((state) => state.messages.length === 0)
  const { setScroller, setContent, newLines, ...view } = useFollowEnd()
  const conversing = useConversing(view)
  const { isArriving, canSend, wishes, jump, backToField } = conversing

  function begin(): void {
    void session.openConversation(asker.newId())
    backToField()
  }

  function openInWindow(): void {
    if (conversationId === undefined) return
    // What is typed and not sent goes along.
    session.leave()
    asker.openInWindow(conversationId)
  }

  const top = useQuickWindow({ asker, backToField, onNew: begin })
  useCommands(() => [
    { id: 'new-conversation', title: words('new'), run: begin },
    { id: 'open-in-window', title: words('openInWindow'), run: openInWindow },
  ])

  return (
    <div className={styles.quick}>
      <div ref={top}>
        <Bar onNew={begin} onOpen={openInWindow} onHide={asker.hide} />
        <div className={styles.desk}>
          <Desk conversing={conversing} onOpenAgain={() => void session.listModels().then(begin)} />
        </div>
      </div>
      <main className={styles.stage} hidden={isEmpty}>
        <div className={styles.scroller} ref={setScroller}>
          <div ref={setContent}>
            <Messages
              key={conversationId}
              scroller={view.scroller}
              readFirst={() => undefined}
              wishes={wishes}
              canSend={canSend && !isArriving}
              onInspect={openInWindow}
              onShown={noteNothing}
            />
          </div>
        </div>
        {!view.isFollowing && (
          <JumpBar
            newLines={newLines}
            onJump={jump}
            answerView={conversing.answerView}
            onChooseAnswerView={onChooseAnswerView}
          />
        )}
      </main>
    </div>
  )
}

/** Who watches the words be shown is the inspector, which has no place here. */
function noteNothing(): void {}

interface BarProps {
  readonly onNew: () => void
  readonly onOpen: () => void
  readonly onHide: () => void
}

/** The window is moved by it. */
function Bar({ onNew, onOpen, onHide }: BarProps) {
  const words = useTranslations('quick')
  const hint = useHint()
  const models = useChat((state) => state.models)
  const chosenModelId = useChat((state) => state.chosenModelId)
  const isEmpty = useChat((state) => state.messages.length === 0)
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{words('title')}</h1>
      <span className={styles.model}>{describeModel(models, chosenModelId).name}</span>
      {!isEmpty && (
        <IconButton
          icon={SquarePen}
          label={words('new')}
          hint={hint(words('new'), 'new-conversation')}
          onPress={onNew}
        />
      )}
      <IconButton
        icon={ExternalLink}
        label={words('openInWindow')}
        hint={hint(words('openInWindow'), 'open-in-window')}
        onPress={onOpen}
      />
      <IconButton icon={X} label={words('hide')} hint={words('hideHint')} onPress={onHide} />
    </header>
  )
}
