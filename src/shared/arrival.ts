import type { ReplyPart } from './reply-event'

/** One chunk as the provider sent it. */
export interface Arrival {
  /** Milliseconds since the reply was first asked for, a pause before its continuation included. */
  readonly atMs: number
  readonly kind: ReplyPart
  /** UTF-16 units. */
  readonly length: number
}
