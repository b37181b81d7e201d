import { memo, useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'

import { isLive, type Reply } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'

import { KeptLooksContext } from '../markdown/kept-looks'
import { MarkdownView } from '../markdown/markdown-view'
import { languageOf } from '../ui/language-of'
import { describeModel } from './describe-model'
import type { ForkPlace } from './forks'
import type { Hearing } from './hearing'
import type { MessageWishes } from './message-wishes'
import type { MessagePlace } from './prompt-view'
import { ReplyActions } from './reply-actions'
import { ReplyEnding } from './reply-ending'
import { ReplyPause } from './reply-pause'
import styles from './reply-view.module.css'
import { ThoughtView } from './thought-view'
import { useFlowingText } from './use-flowing-text'
import { useLooks } from './use-looks'

/** What is wanted of any reply, by those who look behind it. */
export interface ReplyWatch {
  readonly onInspect: (replyId: string) => void
  /** So many UTF-16 units of the reply are shown by now. */
  readonly onShown: (replyId: string, shownLength: number) => void
}

interface ReplyViewProps extends ReplyWatch, MessagePlace {
  readonly reply: Reply
  /** Absent for a reply that this window only read. */
  readonly hearing: Hearing | undefined
  readonly models: readonly ModelChoice[]
  readonly fork: ForkPlace | undefined
  readonly wishes: MessageWishes
  /** What came after it was built upon it: it is not tried again as if it had never been. */
  readonly isLast: boolean
  readonly isWithoutPrompt?: boolean
}

/** One reply: what it has shown so far, how it ended, and what can be done with it. */
export const ReplyView = memo(function ReplyView({
  reply,
  hearing,
  models,
  fork,
  wishes,
  isLast,
  isWithoutPrompt = false,
  onInspect,
  onShown,
  position,
  setSize,
}: ReplyViewProps) {
  const words = useTranslations('reply')
  const isArriving = isLive(reply)
  const { shown, text, ahead, isFlowing, finish } = useFlowingText(reply.text, isArriving)
  const isThinking = isArriving && (reply.text === '' || hearing?.thinkingSince !== undefined)
  const model = describeModel(models, reply.modelId)

  const tellShown = useEffectEvent(onShown)
  useEffect(() => {
    tellShown(reply.id, shown.length)
  }, [reply.id, shown.length])

  const looks = useLooks(reply.id)
  return (
    <article
      className={styles.reply}
      aria-label={model.name}
      aria-busy={isArriving}
      aria-posinset={position}
      aria-setsize={setSize}
    >
      {reply.thought !== '' && (
        <ThoughtView replyId={reply.id} text={reply.thought} hearing={hearing} isLive={isThinking} />
      )}
      {shown === '' && isArriving && (
        <p className={styles.waiting}>
          <span className="visually-hidden">{words('waiting')}</span>
        </p>
      )}
      {shown !== '' && (
        // A press on the text wants to select it: from then on it must not move.
        <div
          className={styles.text}
          data-flowing={isFlowing}
          data-reply-text={reply.id}
          lang={languageOf(reply.text)}
          onPointerDown={finish}
        >
          <KeptLooksContext value={looks}>
            <MarkdownView text={text} isLive={isFlowing} ahead={ahead} />
          </KeptLooksContext>
        </div>
      )}
      {isArriving && <ReplyPause reply={reply} hearing={hearing} modelName={model.name} />}
      {!isFlowing && (
        <ReplyEnding {...{ reply, hearing, isWithoutPrompt }} wishes={isLast ? wishes : undefined} />
      )}
      <ReplyActions {...{ reply, model, models, fork, wishes, isWithoutPrompt, onInspect }} />
    </article>
  )
})
