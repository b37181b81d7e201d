import type { AppError } from '#shared/app-error'
import { applyReplyEvent } from '#shared/apply-reply-event'
import type { Answers, OpenConversation, Requests } from '#shared/contract'
import { isLive, type Message, type Prompt, type Reply } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'
import type { ReplyEvent } from '#shared/reply-event'
import type { Result } from '#shared/result'

import type { Forks } from './forks'
import { type Hearing, hearingAfter, untimed } from './hearing'

/** What has arrived in this window. */
export interface ChatState {
  /** Undefined until main has answered for the first time. */
  readonly conversationId: string | undefined
  readonly messages: readonly Message[]
  /** How many stand before those and have not been read yet. */
  readonly earlier: number
  /** Where there are several messages in one place. */
  readonly forks: Forks
  /** What is typed and not sent. */
  readonly draft: string
  /** Prompts that main has not taken: on their way, or refused. They are shown, but no message may follow them. */
  readonly untaken: ReadonlySet<string>
  /** By the id of the reply. */
  readonly heard: ReadonlyMap<string, Hearing>
  readonly models: readonly ModelChoice[]
  readonly chosenModelId: string
  /** What went wrong outside of any reply. */
  readonly trouble: AppError | undefined
}

export const emptyChat: ChatState = {
  conversationId: undefined,
  messages: [],
  earlier: 0,
  forks: [],
  draft: '',
  untaken: new Set(),
  heard: new Map(),
  models: [],
  chosenModelId: '',
  trouble: undefined,
}

/**
 * Main has read the conversation. What it has not taken stays where it stood: typed words are never lost. Another
 * conversation than before brings its own draft.
 */
export function opened(before: ChatState, read: OpenConversation, now: number): ChatState {
  const { id, messages, earlier = 0, forks = [], draft = '' } = read
  const state =
    before.conversationId === id || before.conversationId === undefined ? before : begun(before, id)
  const isSame = before.conversationId === id || state.draft !== ''
  const known = new Set(messages.map((message) => message.id))
  const untaken = new Set([...state.untaken].filter((promptId) => !known.has(promptId)))
  const merged = state.messages.reduce<readonly Message[]>(
    (kept, message, index) =>
      untaken.has(promptIdOf(message)) ? insertAfter(kept, state.messages[index - 1], message) : kept,
    messages,
  )
  const live = merged
    .filter(isLive)
    .map((reply) => [reply.id, { ...state.heard.get(reply.id), lastAt: now }] as const)
  const heard = new Map([...state.heard, ...live])
  return {
    ...state,
    conversationId: id,
    messages: merged,
    earlier,
    untaken,
    heard,
    forks,
    draft: isSame ? state.draft : draft,
  }
}

/** A conversation that nobody has written in yet. The models stay. */
export function begun(state: ChatState, conversationId: string): ChatState {
  const nothing = {
    messages: [],
    earlier: 0,
    forks: [],
    draft: '',
    untaken: new Set<string>(),
    trouble: undefined,
  }
  return { ...state, ...nothing, conversationId, heard: new Map() }
}

export function listed(state: ChatState, { models, chosenId }: Answers['listModels']): ChatState {
  return { ...state, models, chosenModelId: chosenId }
}

/** The reader asked: their words are in, and so is an empty reply to fill. */
export function asked(state: ChatState, request: Requests['startReply'], createdAt: number): ChatState {
  const { promptId, replyId, parentId, text, modelId } = request
  const prompt: Prompt = { role: 'user', id: promptId, parentId, text, createdAt }
  const reply: Reply = {
    role: 'assistant',
    id: replyId,
    parentId: promptId,
    text: '',
    thought: '',
    modelId,
    progress: { status: 'waiting' },
    createdAt,
  }
  return {
    ...state,
    messages: [...state.messages.filter(({ id }) => id !== promptId), prompt, reply],
    untaken: new Set([...state.untaken, promptId]),
    heard: new Map(state.heard).set(replyId, { lastAt: createdAt }),
    trouble: undefined,
  }
}

/** Main has the prompt: from now on, messages may follow it. */
export function taken(state: ChatState, promptId: string): ChatState {
  return { ...state, untaken: new Set([...state.untaken].filter((id) => id !== promptId)) }
}

/**
 * Main refused a prompt of a conversation that the reader has left. The words are kept nowhere, so they come along to
 * the conversation that is open, to be sent again or copied there.
 */
export function broughtAlong(state: ChatState, request: Requests['startReply'], now: number): ChatState {
  if (state.conversationId === request.conversationId) return state
  return asked(state, { ...request, parentId: leafId(state) }, now)
}

/** A reply is again what it was, because nothing came of what was begun. */
export function putBack(state: ChatState, { heard: heardBefore }: ChatState, reply: Reply): ChatState {
  const messages = state.messages.map((message) => (message.id === reply.id ? reply : message))
  const heard = new Map(state.heard)
  const hearing = heardBefore.get(reply.id)
  if (hearing === undefined) heard.delete(reply.id)
  else heard.set(reply.id, hearing)
  return { ...state, messages, heard }
}

/** The prompt and what follows it leave the window, because a sibling takes their place. */
export function replaced(state: ChatState, promptId: string): ChatState {
  const index = state.messages.findIndex(({ id }) => id === promptId)
  return { ...taken(state, promptId), messages: index < 0 ? state.messages : state.messages.slice(0, index) }
}

/** Main told of a reply. Undefined: words are missing, or another window asked for a reply; open again. */
export function told(state: ChatState, event: ReplyEvent, now: number): ChatState | undefined {
  const index = state.messages.findLastIndex(({ id }) => id === event.replyId)
  const reply = state.messages[index]
  if (reply?.role !== 'assistant') return isBeginning(event) ? undefined : state
  const next = applyReplyEvent(reply, event)
  if (next === undefined) return undefined
  const hearing = hearingAfter(state.heard.get(reply.id), event, now)
  const heard = new Map(state.heard).set(reply.id, hearing)
  return { ...state, messages: next === reply ? state.messages : state.messages.with(index, next), heard }
}

/** Nobody sees the window: of what comes now, it will only hear that it has come. */
export function lookedAway(state: ChatState): ChatState {
  const heard = new Map(state.heard)
  for (const { id } of state.messages.filter(isLive)) {
    const hearing = heard.get(id)
    if (hearing !== undefined) heard.set(id, untimed(hearing))
  }
  return { ...state, heard }
}

/**
 * Whether what is typed could be written down. If not, it stays in the field, and is tried again at the next key; until
 * then whoever reads of it can copy it.
 */
export function draftKept(state: ChatState, kept: Result<void>): Pick<ChatState, 'trouble'> {
  if (!kept.ok) return { trouble: { ...kept.error, code: 'draft-not-kept' } }
  return { trouble: state.trouble?.code === 'draft-not-kept' ? undefined : state.trouble }
}

/** Where the next prompt hangs: the last message that main knows of. */
export function leafId(state: ChatState): string | null {
  return state.messages.findLast((message) => !state.untaken.has(promptIdOf(message)))?.id ?? null
}

export function findReply({ messages }: ChatState, replyId: string): Reply | undefined {
  return messages.findLast(
    (message): message is Reply => message.role === 'assistant' && message.id === replyId,
  )
}

export function liveReply(state: ChatState): Reply | undefined {
  return state.messages.findLast(
    (message): message is Reply => message.role === 'assistant' && isLive(message),
  )
}

/** A reply that the reader picked out of a conversation. It stays picked until the conversation goes on. */
export interface PickedReply {
  readonly replyId: string
  readonly lastId: string | undefined
}

export function pickReply({ messages }: ChatState, replyId: string): PickedReply {
  return { replyId, lastId: messages.at(-1)?.id }
}

/** The reply that arrives now, else the one that was picked, else the last. */
export function replyInFocus(state: ChatState, picked: PickedReply | undefined): Reply | undefined {
  const live = liveReply(state)
  if (live !== undefined) return live
  const { messages } = state
  if (picked !== undefined && picked.lastId === messages.at(-1)?.id) return findReply(state, picked.replyId)
  return messages.findLast((message) => message.role === 'assistant')
}

function isBeginning({ type }: ReplyEvent): boolean {
  return type === 'reply-start' || type === 'reply-resume'
}

function promptIdOf(message: Message): string {
  return message.role === 'user' ? message.id : (message.parentId ?? '')
}

function insertAfter(
  messages: readonly Message[],
  previous: Message | undefined,
  message: Message,
): readonly Message[] {
  if (previous === undefined) return [message, ...messages]
  const index = messages.findIndex(({ id }) => id === previous.id)
  return index < 0 ? [...messages, message] : messages.toSpliced(index + 1, 0, message)
}
