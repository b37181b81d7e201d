import { z } from 'zod'

import type { Message } from './message'
import type { ModelChoice } from './model-choice'
import type { ReplyEvent } from './reply-event'
import type { Result } from './result'

/** A prompt longer than this (UTF-16 units) is refused; no model takes as much. */
const LONGEST_PROMPT = 4_000_000

const id = z.uuid()
const modelId = z.string().min(1).max(200)

/** What the window may ask of main. Adding a line here is adding a capability. */
export const requests = {
  /** Reads a conversation and follows its replies from then on. Without an id: the latest one, or a new one. */
  openConversation: z.strictObject({ conversationId: id.optional() }),
  /** The asker mints the ids, so that it knows the reply before its first word can come. */
  startReply: z.strictObject({
    conversationId: id,
    promptId: id,
    parentId: id.nullable(),
    replyId: id,
    text: z.string().min(1).max(LONGEST_PROMPT),
    modelId,
  }),
  stopReply: z.strictObject({ replyId: id }),
  listModels: z.strictObject({}),
  chooseModel: z.strictObject({ modelId }),
}

/** What main answers. Words that stream in later are events, not answers. */
export interface Answers {
  openConversation: OpenConversation
  startReply: void
  stopReply: void
  listModels: { readonly models: readonly ModelChoice[]; readonly chosenId: string }
  chooseModel: void
}

/** What main tells the window unasked. Built by main itself, so typed but not parsed. */
export interface Events {
  reply: ReplyEvent
}

export interface OpenConversation {
  readonly id: string
  /** From the first message to the leaf. */
  readonly messages: readonly Message[]
}

export type RequestName = keyof typeof requests
export type Requests = { [Name in RequestName]: z.infer<(typeof requests)[Name]> }

/** The whole surface between the two processes. */
export interface Bridge {
  ask<Name extends RequestName>(name: Name, input: Requests[Name]): Promise<Result<Answers[Name]>>
  /** Returns the function that ends the subscription. */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void
}
