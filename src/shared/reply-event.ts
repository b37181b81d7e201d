import type { AppError } from './app-error'
import type { EndReason, Usage } from './message'

/**
 * The life of one reply, in order: one `reply-start`, any number of
 * `reply-delta` and `reply-usage`, then exactly one of `reply-end` or `reply-error`.
 */
export type ReplyEvent =
  | { readonly type: 'reply-start'; readonly replyId: string }
  | ReplyDelta
  | { readonly type: 'reply-usage'; readonly replyId: string; readonly usage: Usage }
  | { readonly type: 'reply-end'; readonly replyId: string; readonly reason: EndReason }
  | { readonly type: 'reply-error'; readonly replyId: string; readonly error: AppError }

export interface ReplyDelta {
  readonly type: 'reply-delta'
  readonly replyId: string
  readonly kind: ReplyPart
  /** UTF-16 offset of `text` in that kind's whole text, so that a delta which comes twice is recognised. */
  readonly at: number
  readonly text: string
}

/** `thought` is what a reasoning model says to itself; `text` is the answer. */
export type ReplyPart = 'text' | 'thought'
