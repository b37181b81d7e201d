import type { Answers } from '#shared/contract'
import type { Usage } from '#shared/message'
import type { ModelPrice } from '#shared/model-choice'
import type { Result } from '#shared/result'

/** What answers are coming, and what they took. */
export interface SpendingSource {
  readonly conversationId: string | undefined
  /** Another one after each answer that has ended. */
  readonly lastEnded: unknown
  readonly isComing: boolean
  readonly read: () => Promise<Result<Answers['readSpending']>>
  /** What the answer that is coming has taken by now; undefined when none is. */
  readonly coming: () => ComingSpending | undefined
}

export interface ComingSpending {
  readonly usage: Usage
  readonly price: ModelPrice | undefined
}
