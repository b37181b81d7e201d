import { z } from 'zod'

/** Longer than anything that anybody looks for. */
const LONGEST_QUERY = 1_000

export const searchRequests = {
  /** Looks in titles and messages. Another search of the same window ends this one. */
  search: z.strictObject({ text: z.string().max(LONGEST_QUERY) }),
  /** Makes a message part of its conversation's present branch, and says which conversation that is. */
  revealMessage: z.strictObject({ messageId: z.uuid() }),
}

export interface SearchAnswers {
  search: Found
  /** Undefined when the message is there no longer. */
  revealMessage: { readonly conversationId: string | undefined }
}

/** The best come first. */
export interface Found {
  readonly conversations: readonly FoundConversation[]
  readonly messages: readonly FoundMessage[]
  /** There are more messages that fit. */
  readonly hasMore: boolean
  /** What of the query could not be understood, and was left out. */
  readonly problems: readonly QueryProblem[]
  /** How many messages and titles could not be looked through yet. */
  readonly unread: number
}

export interface FoundConversation {
  readonly conversationId: string
  readonly title: string
  readonly ranges: readonly TextRange[]
  readonly updatedAt: number
}

export interface FoundMessage {
  readonly conversationId: string
  readonly messageId: string
  /** Of the conversation. */
  readonly title: string
  readonly role: 'user' | 'assistant'
  readonly createdAt: number
  /** A part of the text, in one line, and where in it the words of the query stand. */
  readonly excerpt: string
  readonly ranges: readonly TextRange[]
}

/** In UTF-16 units; the end is the first one after it. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

export type QueryProblem =
  | { readonly kind: 'no-date'; readonly filter: 'before' | 'after'; readonly value: string }
  | { readonly kind: 'no-value'; readonly filter: 'model' | 'in' | 'before' | 'after' }
  | { readonly kind: 'no-folder'; readonly value: string }
  /** There is nothing in it that could be found. */
  | { readonly kind: 'only-without' }
