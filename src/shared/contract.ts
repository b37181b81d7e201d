import { z } from 'zod'

import type { Arrival } from './arrival'
import type { ConversationsEvent } from './conversation'
import type { Message } from './message'
import type { ModelChoice } from './model-choice'
import type { ReplyEvent } from './reply-event'
import { type ConnectionAnswers, type ConnectionEvents, connectionRequests } from './requests/connections'
import { type ConversationAnswers, conversationRequests } from './requests/conversations'
import { type DiagnosticsAnswers, diagnosticsRequests } from './requests/diagnostics'
import { type IntentAnswers, type IntentEvents, intentRequests } from './requests/intents'
import { type LocalApiAnswers, type LocalApiEvents, localApiRequests } from './requests/local-api'
import { type ParameterAnswers, parameterRequests } from './requests/parameters'
import { type PictureAnswers, pictureRequests } from './requests/pictures'
import { type PortableAnswers, type PortableEvents, portableRequests } from './requests/portable'
import { type PresetAnswers, type PresetEvents, presetRequests } from './requests/presets'
import { type QuickAnswers, type QuickEvents, quickRequests } from './requests/quick'
import { type SearchAnswers, searchRequests } from './requests/search'
import { type SettingsAnswers, type SettingsEvents, settingsRequests } from './requests/settings'
import { type SpendingAnswers, spendingRequests } from './requests/spending'
import { type SpellingAnswers, type SpellingEvents, spellingRequests } from './requests/spelling'
import { type TrashAnswers, trashRequests } from './requests/trash'
import { type UpdateAnswers, type UpdateEvents, updateRequests } from './requests/updates'
import type { Result } from './result'

/** A prompt longer than this (UTF-16 units) is refused; no model takes as much. */
const LONGEST_PROMPT = 4_000_000

const id = z.uuid()
const modelId = z.string().min(1).max(200)

/** What the window may ask of main. Adding a line here is adding a capability. */
export const requests = {
  /**
   * Reads a conversation and follows its replies from then on. Without an id: the latest one, or a new one. Of a long one
   * `last` asks for some of the last messages, so that its end is there without a wait for its beginning.
   */
  openConversation: z.strictObject({ conversationId: id.optional(), last: z.int().positive().optional() }),
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
  /** Lets the model go on from the last word of a reply that was cut. */
  continueReply: z.strictObject({ replyId: id }),
  /** How much of a running reply (UTF-16 units) the window has applied; main lets only so much be on its way. */
  acknowledgeReply: z.strictObject({
    replyId: id,
    read: z.strictObject({ text: z.int().nonnegative(), thought: z.int().nonnegative() }),
  }),
  /** Whether this window can be seen. A hidden one is told nothing of replies until it is seen again. */
  watchReplies: z.strictObject({ isSeen: z.boolean() }),
  /** When each chunk of a reply came, also while it is coming; from the chunk with that number on. */
  readArrivals: z.strictObject({ replyId: id, from: z.int().nonnegative() }),
  /** Whether the providers' raw bytes are being recorded, and the switch for it. */
  readRecording: z.strictObject({}),
  switchRecording: z.strictObject({ on: z.boolean() }),
  /** Asks the user where to save a text, and saves it there. */
  saveText: z.strictObject({ name: z.string().regex(/^[\w-]{1,80}\.(csv|json|svg)$/), text: z.string() }),
  ...pictureRequests,
  listModels: z.strictObject({}),
  chooseModel: z.strictObject({ modelId }),
  ...connectionRequests,
  ...conversationRequests,
  ...diagnosticsRequests,
  ...intentRequests,
  ...localApiRequests,
  ...parameterRequests,
  ...portableRequests,
  ...presetRequests,
  ...quickRequests,
  ...searchRequests,
  ...settingsRequests,
  ...spellingRequests,
  ...spendingRequests,
  ...trashRequests,
  ...updateRequests,
}

/** What main answers. Words that stream in later are events, not answers. */
export interface Answers
  extends
    ConnectionAnswers,
    ConversationAnswers,
    DiagnosticsAnswers,
    IntentAnswers,
    LocalApiAnswers,
    ParameterAnswers,
    PictureAnswers,
    PortableAnswers,
    PresetAnswers,
    QuickAnswers,
    SearchAnswers,
    SettingsAnswers,
    SpellingAnswers,
    SpendingAnswers,
    TrashAnswers,
    UpdateAnswers {
  openConversation: OpenConversation
  startReply: void
  stopReply: void
  continueReply: void
  acknowledgeReply: void
  watchReplies: void
  readArrivals: { readonly arrivals: readonly Arrival[] }
  readRecording: { readonly isOn: boolean }
  switchRecording: void
  /** Undefined when the user thought better of it. */
  saveText: { readonly savedAs: string | undefined }
  listModels: { readonly models: readonly ModelChoice[]; readonly chosenId: string }
  chooseModel: void
}

/** What main tells the window unasked. Built by main itself, so typed but not parsed. */
export interface Events
  extends
    ConnectionEvents,
    IntentEvents,
    SettingsEvents,
    PortableEvents,
    PresetEvents,
    QuickEvents,
    SpellingEvents,
    UpdateEvents,
    LocalApiEvents {
  reply: ReplyEvent
  conversations: ConversationsEvent
  /** The user asked for this conversation outside of the window. */
  showConversation: { readonly conversationId: string }
  /** The user wants a new one, as the tray's menu offers. */
  startConversation: Readonly<Record<string, never>>
}

export interface OpenConversation {
  readonly id: string
  /** From the first message to the leaf, or the last of them that were asked for. */
  readonly messages: readonly Message[]
  /** How many stand before those; absent: none. */
  readonly earlier?: number
  /** Where there are several messages in one place: the ids of each place, in the order in which they were added. */
  readonly forks?: readonly (readonly string[])[]
  /** What was typed and not sent; absent: nothing. */
  readonly draft?: string
}

export type RequestName = keyof typeof requests
export type Requests = { [Name in RequestName]: z.infer<(typeof requests)[Name]> }

/** The whole surface between the two processes. */
export interface Bridge {
  ask<Name extends RequestName>(name: Name, input: Requests[Name]): Promise<Result<Answers[Name]>>
  /** Returns the function that ends the subscription. */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void
}
