import type { Reply } from '#shared/message'

import { useTicking } from '../ui/use-ticking'
import { FailureView } from './failure-view'
import { type Hearing, secondsToWait } from './hearing'
import styles from './reply-ending.module.css'
import { type RemedyWishes, ReplyRemedies } from './reply-remedies'
import { useEndingSentence } from './use-ending-sentence'

interface ReplyEndingProps {
  readonly reply: Reply
  readonly hearing: Hearing | undefined
  /** Absent when the reply is not the last one: its words have been built upon. */
  readonly wishes: RemedyWishes | undefined
  /** Its prompt was deleted. */
  readonly isWithoutPrompt: boolean
}

/** Says how a reply ended, where the text alone does not tell, and what can be done about it. */
export function ReplyEnding({ reply, hearing, wishes, isWithoutPrompt }: ReplyEndingProps) {
  const { progress } = reply
  const isAskedToWait = progress.status === 'failed' && progress.error.facts?.retryAfterSeconds !== undefined
  const seconds = useTicking((now) => secondsToWait(reply, hearing, now), isAskedToWait)
  const sentence = useEndingSentence()(reply, seconds)
  if (sentence === undefined) return null
  const remedies = wishes !== undefined && <ReplyRemedies {...{ reply, wishes, isWithoutPrompt }} />
  if (progress.status === 'failed') {
    return (
      <FailureView sentence={sentence} detail={progress.error.detail}>
        {remedies}
      </FailureView>
    )
  }
  return (
    <div className={styles.ending}>
      <p className={styles.note}>{sentence}</p>
      {remedies}
    </div>
  )
}
