import { useTranslations } from 'use-intl'

import type { Reply, Retry } from '#shared/message'

import { useDuration } from '../ui/use-duration'
import { useTicking } from '../ui/use-ticking'
import { type Hearing, secondsUntil, silentSeconds } from './hearing'
import styles from './reply-pause.module.css'
import { useRetryReason } from './use-retry-reason'

interface ReplyPauseProps {
  readonly reply: Reply
  readonly hearing: Hearing | undefined
  readonly modelName: string
}

/** Why nothing comes of a live reply just now: a quiet line, gone at the next word. */
export function ReplyPause({ reply, hearing, modelName }: ReplyPauseProps) {
  const words = useTranslations('reply')
  const duration = useDuration()
  const silence = useTicking((now) => silentSeconds(reply, hearing, now), true)
  if (silence > 0) {
    return (
      <p className={styles.pause}>
        {words('stillWaiting', { name: modelName, duration: duration(silence) })}
      </p>
    )
  }
  const { progress } = reply
  if (progress.status !== 'waiting' || progress.retry === undefined) return null
  return <NextTry retry={progress.retry} />
}

function NextTry({ retry: { attempt, mostAttempts, startsAt, error } }: { readonly retry: Retry }) {
  const words = useTranslations('retry')
  const reason = useRetryReason()(error)
  const seconds = useTicking((now) => secondsUntil(startsAt, now), true)
  return <p className={styles.pause}>{words('next', { reason, seconds, attempt, most: mostAttempts })}</p>
}
