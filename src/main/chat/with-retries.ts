import type { AppErrorFacts } from '#shared/app-error'
import type { ReplyEvent } from '#shared/reply-event'

import { MOST_RETRIES, retryDelayMs } from './retry-delay'
import { toAppError } from './to-app-error'

export interface RetryOptions {
  readonly replyId: string
  readonly about: AppErrorFacts
  readonly signal: AbortSignal
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** From 0 to 1. */
  readonly chance: () => number
}

/**
 * Makes a request once more when it was turned away before it said anything, and tells so while it waits.
 * After the first event nothing is repeated: that was billed.
 */
export async function* withRetries(
  ask: () => AsyncIterable<ReplyEvent>,
  { replyId, about, signal, wait, now, chance }: RetryOptions,
): AsyncGenerator<ReplyEvent> {
  for (let attempt = 1; ; attempt++) {
    let hasSpoken = false
    try {
      for await (const event of ask()) {
        hasSpoken = true
        yield event
      }
      return
    } catch (cause) {
      const delay = hasSpoken || signal.aborted ? undefined : retryDelayMs(cause, attempt, chance())
      if (delay === undefined) throw cause
      const error = toAppError(cause, about)
      const retry = { attempt, mostAttempts: MOST_RETRIES, startsAt: now() + delay, error }
      yield { type: 'reply-retry', replyId, retry }
      await wait(delay, signal)
    }
  }
}
