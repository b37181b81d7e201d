import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'

import { isLive, type Reply } from '#shared/message'

import { useTicking } from '../ui/use-ticking'
import { type Hearing, silentSeconds } from './hearing'
import { spokenPieces } from './spoken-text'
import { useEndingSentence } from './use-ending-sentence'
import { useRetryReason } from './use-retry-reason'

/** Long enough for a screen reader to take the words over; after that they would only be there twice. */
const SAID_AFTER_MS = 1_000

interface AnnouncerProps {
  readonly reply: Reply | undefined
  readonly hearing: Hearing | undefined
  readonly modelName: string
}

/**
 * What a screen reader hears of the last reply: that it is coming, then the whole of it; never the single words. The whole
 * comes in pieces, each an element of its own: a single long text is cut short by some readers, and cannot be skipped through.
 */
export function Announcer({ reply, hearing, modelName }: AnnouncerProps) {
  const words = useTranslations('transcript')
  const endingSentence = useEndingSentence()
  const retryReason = useRetryReason()
  const [heardId, setHeardId] = useState<string>()
  const isArriving = reply !== undefined && isLive(reply)
  if (isArriving && heardId !== reply.id) setHeardId(reply.id)
  const isJustOver = reply !== undefined && !isArriving && heardId === reply.id
  const isSilent = useTicking((now) => isArriving && silentSeconds(reply, hearing, now) > 0, isArriving)

  useEffect(() => {
    if (!isJustOver) return
    const timer = setTimeout(() => setHeardId(undefined), SAID_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isJustOver])

  // Nothing here counts: a number that changes would be read out again each second.
  function announcement(): string {
    if (isSilent) return words('stillWaiting', { name: modelName })
    return isArriving ? arrival(reply) : ''
  }

  function arrival({ progress }: Reply): string {
    if (progress.status !== 'waiting' || progress.retry === undefined) {
      return words('answering', { name: modelName })
    }
    const { attempt, mostAttempts, error } = progress.retry
    return words('retrying', { reason: retryReason(error), attempt, most: mostAttempts })
  }

  function pieces(over: Reply): readonly string[] {
    const [first, ...others] = spokenPieces(over.text)
    const answer = first === undefined ? [] : [words('answered', { name: modelName, text: first }), ...others]
    return [...answer, endingSentence(over) ?? ''].filter((piece) => piece !== '')
  }

  return (
    <div className="visually-hidden">
      <p role="status">{announcement()}</p>
      <div aria-live="polite">
        {isJustOver && pieces(reply).map((piece, index) => <p key={index}>{piece}</p>)}
      </div>
    </div>
  )
}
