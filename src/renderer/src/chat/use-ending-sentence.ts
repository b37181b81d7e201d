import { useTranslations } from 'use-intl'

import { assertNever } from '#shared/assert-never'
import type { EndReason, Reply } from '#shared/message'

import { remediesFor } from './remedies'
import { type SecondsToWait, useErrorSentence } from '../i18n/use-error-sentence'

/** How a reply ended, where that needs words. A complete one speaks for itself. */
export function useEndingSentence(): (reply: Reply, secondsToWait?: SecondsToWait) => string | undefined {
  const words = useTranslations('reply')
  const errorSentence = useErrorSentence()
  return (reply, secondsToWait) => {
    const { progress } = reply
    const isCut = remediesFor(reply).canContinue
    switch (progress.status) {
      case 'waiting':
      case 'streaming':
        return undefined
      case 'ended':
        return endedSentence(progress.reason, isCut)
      case 'failed':
        return errorSentence(progress.error, { isCut, secondsToWait })
      default:
        return assertNever(progress)
    }
  }

  function endedSentence(reason: EndReason, isCut: boolean): string | undefined {
    switch (reason) {
      case 'complete':
        return undefined
      case 'blocked':
        return words('blocked')
      case 'stopped':
        return words(isCut ? 'stopped' : 'stoppedEarly')
      case 'limit':
        return words('limit')
      case 'length':
        return words(isCut ? 'length' : 'lengthEarly')
      default:
        return assertNever(reason)
    }
  }
}
