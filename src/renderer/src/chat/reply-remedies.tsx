import { ArrowRightToLine, RotateCw } from 'lucide-react'
import { useTranslations } from 'use-intl'

import type { Reply } from '#shared/message'

import { ActionButton } from '../ui/action-button'
import { isBeyondLimit } from './chat-spending'
import { remediesFor } from './remedies'
import styles from './reply-remedies.module.css'

/** What the reader can want of a reply that did not come to its end. */
export interface RemedyWishes {
  readonly onContinue: (replyId: string) => void
  readonly onTryAgain: (promptId: string) => void
}

interface ReplyRemediesProps {
  readonly reply: Reply
  readonly wishes: RemedyWishes
  /** There is nothing left to try again. */
  readonly isWithoutPrompt: boolean
}

/** Going on comes first where it is possible: it costs less, and no word is lost. */
export function ReplyRemedies({ reply, wishes, isWithoutPrompt }: ReplyRemediesProps) {
  const words = useTranslations('failure')
  const { canContinue, ...remedies } = remediesFor(reply)
  const { id, parentId } = reply
  const canTryAgain = remedies.canTryAgain && !isWithoutPrompt
  if (!canContinue && !canTryAgain) return null
  return (
    <div className={styles.remedies}>
      {canContinue && (
        <ActionButton
          icon={ArrowRightToLine}
          label={words('continue')}
          isPrimary
          onPress={() => wishes.onContinue(id)}
        />
      )}
      {canTryAgain && parentId !== null && (
        <ActionButton
          icon={RotateCw}
          label={words(isBeyondLimit(reply) ? 'sendAnyway' : 'tryAgain')}
          onPress={() => wishes.onTryAgain(parentId)}
        />
      )}
    </div>
  )
}
