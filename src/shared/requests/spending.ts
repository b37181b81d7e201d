import { z } from 'zod'

import type { Spending } from '../spending'

export const spendingRequests = {
  /** What a conversation took, in every version and with what was deleted, and what today took in all. */
  readSpending: z.strictObject({ conversationId: z.uuid() }),
  /** The user goes on beyond today's limit. */
  allowSpending: z.strictObject({}),
  /** Where the prices come from. */
  readPriceList: z.strictObject({}),
  /** Opens the user's own list in another program; makes it out of the app's before, if there is none. */
  openPriceList: z.strictObject({}),
}

export interface SpendingAnswers {
  readSpending: { readonly conversation: Spending; readonly day: Spending }
  allowSpending: void
  readPriceList: PriceListState
  openPriceList: void
}

export interface PriceListState {
  readonly file: string
  /** Of the list that came with the app. */
  readonly date: string
  readonly own: 'absent' | 'read' | PriceListProblem
}

/** Why the user's own list counts for nothing. */
export interface PriceListProblem {
  readonly detail: string
  readonly line?: number
}
