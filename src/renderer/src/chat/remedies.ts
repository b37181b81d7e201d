import type { AppErrorCode } from '#shared/app-error'
import { assertNever } from '#shared/assert-never'
import { isCut } from '#shared/is-cut'
import type { EndReason, Reply } from '#shared/message'

/** What the reader can do about a reply that did not come to its end. */
export interface Remedies {
  /** The model can go on from the last word. */
  readonly canContinue: boolean
  /** The prompt can be sent once more. */
  readonly canTryAgain: boolean
}

/** The same request would be refused in the same way. */
const FINAL: ReadonlySet<AppErrorCode> = new Set(['bad-request'])

/** The model of the reply does not take the request; another one may. */
const REFUSED: ReadonlySet<AppErrorCode> = new Set(['model-not-found', 'request-refused'])

/** The model, or its provider, has nothing more to say. */
const OVER: ReadonlySet<EndReason> = new Set(['complete', 'blocked'])

const NONE: Remedies = { canContinue: false, canTryAgain: false }

export function remediesFor(reply: Reply): Remedies {
  const { progress } = reply
  switch (progress.status) {
    case 'waiting':
    case 'streaming':
      return NONE
    case 'ended':
      return OVER.has(progress.reason) ? NONE : { canContinue: canGoOn(reply), canTryAgain: true }
    case 'failed': {
      const { code } = progress.error
      return FINAL.has(code) ? NONE : { canContinue: canGoOn(reply) && !REFUSED.has(code), canTryAgain: true }
    }
    default:
      return assertNever(progress)
  }
}

/** Without a word there is nothing to go on from. */
function canGoOn(reply: Reply): boolean {
  return isCut(reply) && reply.text !== ''
}
