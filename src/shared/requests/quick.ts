import { z } from 'zod'

/** In CSS pixels of the window, which may be zoomed. */
const height = z.number().min(1).max(10_000)

export const quickRequests = {
  /** How the keys of the quick window stand, followed from then on. */
  readQuickKeys: z.strictObject({}),
  /** Shows the quick window, from another one. */
  openQuick: z.strictObject({}),
  /** Asked by the quick window itself: to go away; its answer goes on. */
  hideQuick: z.strictObject({}),
  /** As tall as what is in it, and no taller than its screen allows. */
  fitQuick: z.strictObject({ height }),
  /** Leaves the quick window for the conversation in an ordinary one. */
  openInWindow: z.strictObject({ conversationId: z.uuid() }),
}

export interface QuickAnswers {
  readQuickKeys: QuickKeysState
  openQuick: void
  hideQuick: void
  fitQuick: void
  openInWindow: void
}

export interface QuickEvents {
  quickKeys: QuickKeysState
  /** The quick window came to the front. */
  quickShown: Readonly<Record<string, never>>
}

/**
 * `asked`: the desktop decides whether the keys reach the app, and does not say so. `taken`: another program has them.
 * `refused`: this desktop gives no program any.
 */
export interface QuickKeysState {
  readonly status: 'off' | 'on' | 'asked' | 'taken' | 'refused'
}
