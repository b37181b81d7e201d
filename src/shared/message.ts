import type { AppError } from './app-error'

/** One node of a conversation's tree. */
export type Message = Prompt | Reply

interface Node {
  readonly id: string
  /** The message that this one answers or follows; null for the first of a conversation. */
  readonly parentId: string | null
  readonly text: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

export interface Prompt extends Node {
  readonly role: 'user'
}

export interface Reply extends Node {
  readonly role: 'assistant'
  /** What the model said to itself before it spoke; empty for most models. */
  readonly thought: string
  readonly modelId: string
  readonly progress: ReplyProgress
  readonly usage?: Usage
  readonly details?: ReplyDetails
}

/** What the provider said about its reply, beside the words. */
export interface ReplyDetails {
  /** The provider's own word for why it finished, for example `STOP`. */
  readonly finishReason?: string
  /** The exact model that answered, for example `gemini-3.5-flash-002`. */
  readonly modelVersion?: string
  /** Gemini's proof of what it thought; the next turn must bring it back. */
  readonly thoughtSignatures?: readonly string[]
  /** The first message that the model was sent; absent when it was sent all of them. */
  readonly firstSentId?: string
  /** What each signature came with, in order: that many UTF-16 units of the text, or of the thought. */
  readonly signedParts?: readonly SignedPart[]
}

export interface SignedPart {
  readonly kind: 'text' | 'thought'
  readonly length: number
}

export type ReplyProgress =
  | { readonly status: 'waiting'; readonly retry?: Retry }
  | { readonly status: 'streaming' }
  | { readonly status: 'ended'; readonly reason: EndReason }
  | { readonly status: 'failed'; readonly error: AppError }

/** The provider could not take the request yet; it had not answered with a single byte, so nothing was billed. */
export interface Retry {
  /** 1 for the first try after the one that failed. */
  readonly attempt: number
  readonly mostAttempts: number
  /** When the next try begins, in milliseconds since the epoch. */
  readonly startsAt: number
  readonly error: AppError
}

/**
 * How a reply can end well. `length`: cut by the output limit; `limit`: by the one that the user set for an answer;
 * `blocked`: by the provider's safety filter.
 */
export type EndReason = 'complete' | 'stopped' | 'length' | 'limit' | 'blocked'

/** Tokens, as the provider counts (and bills) them. */
export interface Usage {
  readonly input: number
  readonly output: number
  /** Part of `output` that was thought, not said. */
  readonly thought?: number
  /** Part of `input` that came out of the provider's cache. */
  readonly cached?: number
  /** Nagare counted, roughly, because the provider did not say. */
  readonly isEstimate?: boolean
}

export function isLive(message: Message): boolean {
  return (
    message.role === 'assistant' &&
    (message.progress.status === 'waiting' || message.progress.status === 'streaming')
  )
}
