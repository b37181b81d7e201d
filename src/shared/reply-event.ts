import type { AppError } from './app-error'
import type { EndReason, ReplyDetails, Retry, Usage } from './message'

/**
 * The life of one reply, in order: one `reply-start`, at most a few `reply-retry`, any number of `reply-delta`,
 * `reply-usage` and `reply-details`, then exactly one of `reply-end` or `reply-error`. A reply that was cut can be
 * continued: one `reply-resume`, and the same again, its text going on where it had stopped.
 */
export type ReplyEvent =
  | { readonly type: 'reply-start'; readonly replyId: string }
  | { readonly type: 'reply-resume'; readonly replyId: string }
  | { readonly type: 'reply-retry'; readonly replyId: string; readonly retry: Retry }
  | ReplyDelta
  | { readonly type: 'reply-usage'; readonly replyId: string; readonly usage: Usage }
  | { readonly type: 'reply-details'; readonly replyId: string; readonly details: ReplyDetails }
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
