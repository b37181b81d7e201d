import { z } from 'zod'

import type { PanelId } from '../panels'

export const intentRequests = {
  /** What was wanted from outside since the last time, the oldest first. Each is given once, to one window. */
  takeIntents: z.strictObject({}),
}

export interface IntentAnswers {
  takeIntents: { readonly intents: readonly Intent[] }
}

export interface IntentEvents {
  /** Something is wanted from outside: the window takes it. */
  intents: Record<string, never>
}

/** What a link or a file wants of the app. It is shown, and nothing is sent, changed or added by itself. */
export type Intent =
  | { readonly kind: 'new'; /** To be written in the message field. */ readonly prompt?: string }
  | { readonly kind: 'conversation'; readonly conversationId: string }
  | { readonly kind: 'settings'; readonly panel?: PanelId }
  /** A file to be imported, which main knows by its path. */
  | { readonly kind: 'import' }
  | { readonly kind: 'refused'; readonly reason: IntentRefusal }

export type IntentRefusal =
  /** A link that is none of those that the app knows. */
  | 'link'
  /** It leads to a conversation that is not here, or was deleted. */
  | 'conversation'
  /** Several files at once: the first one is read. */
  | 'more-files'
