import type { AppErrorCode } from '#shared/app-error'
import { assertNever } from '#shared/assert-never'
import type { Reply } from '#shared/message'

/** What the reader can do about a reply that did not come to its end. */
export interface Remedies {
  /** The model can go on from the last word. */
  readonly canContinue: boolean
  /** The prompt can be sent once more. */
  readonly canTryAgain: boolean
}

/** The same request would be refused in the same way. */
const FINAL: ReadonlySet<AppErrorCode> = new Set(['bad-request', 'missing-project', 'tls-failed'])

/** The model of the reply does not take the request; another one may. */
const REFUSED: ReadonlySet<AppErrorCode> = new Set(['model-not-found', 'request-refused'])

const NONE: Remedies = { canContinue: false, canTryAgain: false }

export function remediesFor({ progress, text }: Reply): Remedies {
  const hasWords = text !== ''
  switch (progress.status) {
    case 'waiting':
    case 'streaming':
      return NONE
    case 'ended': {
      const isCut = progress.reason === 'stopped' || progress.reason === 'length'
      return isCut ? { canContinue: hasWords, canTryAgain: true } : NONE
    }
    case 'failed': {
      const { code } = progress.error
      return FINAL.has(code) ? NONE : { canContinue: hasWords && !REFUSED.has(code), canTryAgain: true }
    }
    default:
      return assertNever(progress)
  }
}
