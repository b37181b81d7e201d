import { estimateTokens } from '#shared/estimate-tokens'
import type { Usage } from '#shared/message'
import type { ModelPrice } from '#shared/model-choice'
import type { ReplyEvent } from '#shared/reply-event'
import { costOf } from '#shared/spending'

/** How much one request for an answer may take; 0 is no limit. */
export interface AnswerLimits {
  /** Tokens that come out, thoughts included. */
  readonly tokens: number
  /** US dollars by the list, the question included. Without a price it cannot hold. */
  readonly dollars: number
  readonly price: ModelPrice | undefined
}

export const NO_LIMITS: AnswerLimits = { tokens: 0, dollars: 0, price: undefined }

/**
 * Counts one request along: what the provider said it had taken, and by estimate what came since. `taken` is what the reply
 * had taken before this request, `inputTokens` an estimate of the question. Returns the function that hears each event and
 * says whether the limit is behind it. Only words can be that, so an answer that was whole is not cut.
 */
export function createAnswerLimit(
  limits: AnswerLimits,
  taken: Usage | undefined,
  inputTokens: () => number,
): (event: ReplyEvent) => boolean {
  const { tokens, dollars, price } = limits
  const isPriced = dollars > 0 && price !== undefined
  if (tokens === 0 && !isPriced) return () => false
  // The question may be long: it is estimated once, not at each word of the answer, and for money only.
  let known: Usage = { input: isPriced ? inputTokens() : 0, output: 0 }
  let since = 0

  function isOver(): boolean {
    const output = known.output + since
    if (tokens > 0 && output > tokens) return true
    return isPriced && costOf({ ...known, output }, price) > dollars
  }

  return (event) => {
    if (event.type === 'reply-usage') {
      known = without(event.usage, taken)
      since = 0
    }
    if (event.type !== 'reply-delta') return false
    since += estimateTokens(event.text)
    return isOver()
  }
}

function without(usage: Usage, taken: Usage = { input: 0, output: 0 }): Usage {
  return {
    input: usage.input - taken.input,
    output: usage.output - taken.output,
    cached: (usage.cached ?? 0) - (taken.cached ?? 0),
  }
}
