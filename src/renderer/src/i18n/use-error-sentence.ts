import { useTranslations } from 'use-intl'

import type { AppError, AppErrorCode } from '#shared/app-error'
import { tokenCreatorCommand } from '#shared/token-creator-command'

import { ofConnection } from './en-connection-errors'
import { cut, ofFile } from './en-errors'

export interface ErrorSituation {
  /** Whether words had arrived that can be continued. */
  readonly isCut?: boolean
  /** What is left of the pause that the provider asked for; 0: it is over. Absent: all of it. */
  readonly secondsToWait?: SecondsToWait
}

export type SecondsToWait = number | 'unknown' | undefined

/** What happened and what to do next, in the reader's language. `none` and 0 stand for what nobody knew. */
export function useErrorSentence(): (error: AppError, situation?: ErrorSituation) => string {
  const words = useTranslations('errors')
  const cutWords = useTranslations('cut')
  const fileWords = useTranslations('ofFile')
  const connectionWords = useTranslations('ofConnection')
  const entraWords = useTranslations('entra')
  const apiWords = useTranslations('apiOff')
  const lackWords = useTranslations('lacking')
  const noModelWords = useTranslations('noModel')
  const retiredWords = useTranslations('retired')
  const spendingWords = useTranslations('spending')
  const failureWords = useTranslations('failure')
  return ({ code, facts = {} }, { isCut = false, secondsToWait } = {}) => {
    const { spent, limit = 0, unit = 'tokens' } = facts
    const { host = 'none', location = 'none', project = 'none', resource = AZURE } = facts
    // Without the connection's id, which is nobody's word.
    const modelId = (facts.modelId ?? 'none').replace(/^[^/]*\//, '')
    const toWait = secondsToWait ?? facts.retryAfterSeconds ?? facts.silentSeconds
    const seconds = typeof toWait === 'number' ? toWait : 0
    if (code === 'rate-limited' && secondsToWait === 0)
      return failureWords(isCut ? 'pauseOverCut' : 'pauseOver')
    if (isCut && isCutCode(code)) return cutWords(code, { host, seconds })
    if (code === 'model-not-found' && facts.successor !== undefined) {
      return retiredWords('sentence', { modelId, successor: facts.successor })
    }
    if (code === 'model-not-found' && modelId === '' && facts.connection !== undefined)
      return noModelWords('sentence', { connection: facts.connection })
    if (code === 'api-disabled' && facts.api !== undefined)
      return apiWords('sentence', { api: facts.api, project })
    if (facts.lack !== undefined && (code === 'no-credit' || code === 'permission-denied'))
      // The types of these words overlook the name of a choice that is alone in its sentence.
      return lackWords(facts.lack, { project } as never)
    if (code === 'day-limit' && spent !== undefined)
      return spendingWords('beyondLimit', { spent, limit, unit })
    if (code === 'entra-refused' && facts.connection !== undefined)
      return entraWords(facts.entraRefusal ?? 'other', { connection: facts.connection })
    if (facts.connection !== undefined && isConnectionCode(code)) {
      return connectionWords(code, { connection: facts.connection, host, modelId, resource })
    }
    if (code === 'impersonation-denied') {
      return words(code, { account: facts.account ?? '', command: tokenCreatorCommand(facts) })
    }
    if (facts.file !== undefined && isFileCode(code)) return fileWords(code, { file: facts.file })
    return words(code, { host, modelId, location, project, seconds, resource })
  }
}

/** The cloud of those who did not say another. */
const AZURE = 'https://cognitiveservices.azure.com'

function isCutCode(code: AppErrorCode): code is keyof typeof cut {
  return Object.hasOwn(cut, code)
}

function isFileCode(code: AppErrorCode): code is keyof typeof ofFile {
  return Object.hasOwn(ofFile, code)
}

function isConnectionCode(code: AppErrorCode): code is keyof typeof ofConnection {
  return Object.hasOwn(ofConnection, code)
}
