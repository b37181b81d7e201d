import { createStore, type StoreApi } from 'zustand/vanilla'

import type { Bridge, Requests } from '#shared/contract'
import { isLive } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import { type ChatParameters, createChatParameters } from './chat-parameters'
import * as chat from './chat-state'
import { type ChatSpending, createChatSpending, isBeyondLimit } from './chat-spending'
import { type ChatTree, createChatTree } from './chat-tree'
import { createConversationReader } from './conversation-reader'
import { createDraftKeeper } from './draft-keeper'
import { createReplyReceipts } from './reply-receipts'
import { createSessionAsker } from './session-asker'
import type { ShownConversation } from './shown-conversation'

export interface ChatSession extends ChatTree, ChatParameters, ChatSpending {
  readonly store: Pick<StoreApi<chat.ChatState>, 'getState' | 'getInitialState' | 'subscribe'>
  /** Reads the models and the latest conversation. Call it again after trouble. */
  open(): Promise<void>
  send(text: string): Promise<void>
  /** Sends a prompt once more, as a sibling of the first time, to the model that is chosen now. */
  sendAgain(promptId: string): Promise<void>
  /** Lets the model go on from the last word of a reply that was cut. The reply waits from that moment on. */
  continueReply(replyId: string): Promise<void>
  stop(): Promise<void>
  chooseModel(modelId: string): Promise<void>
  /** Reads the models again: a connection may have changed. */
  listModels(): Promise<void>
  /** Opens the conversation that nobody has written in yet. */
  startConversation(): Promise<void>
  /** Leaves the conversation that is open as it is: an answer that is coming goes on. */
  openConversation(conversationId: string): Promise<void>
  /** What the reader has typed, which is kept without being sent. */
  type(draft: string): void
  /** The page goes: what is typed is kept at once. */
  leave(): void
  /** Records raw streams from now on, or no longer. */
  switchRecording(on: boolean): Promise<void>
  dispose(): void
}

export interface ChatSessionParts {
  readonly bridge: Bridge
  readonly newId: () => string
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Calls back when the window is hidden or can be seen again; returns the function that ends it. */
  readonly onVisibility: (listener: (isVisible: boolean) => void) => () => void
  /** Which conversation this window shows, also after a reload. */
  readonly shown?: ShownConversation
  /** Whether a reader was in the middle of a conversation when they left it, so that all of it is needed at once. */
  readonly isHalfRead?: (conversationId: string) => boolean
  /** When the page has drawn what it was given, and has time. */
  readonly whenIdle?: () => Promise<void>
}

/** Owns what the window knows of a conversation, and is the only thing that talks to main about it. */
export function createChatSession({
  bridge,
  newId,
  now,
  onVisibility,
  shown,
  isHalfRead = () => false,
  whenIdle = () => Promise.resolve(),
}: ChatSessionParts): ChatSession {
  const store = createStore<chat.ChatState>(() => chat.emptyChat)
  const { getState, setState } = store
  const { ask, tryTo } = createSessionAsker(bridge, store)
  /** Another window asked in this conversation. It is read again when nothing is live here any more. */
  let isBehind = false
  const drafts = createDraftKeeper((conversationId, text) => {
    void ask('keepDraft', { conversationId, text }).then((kept) => setState(chat.draftKept(getState(), kept)))
  })
  const receipts = createReplyReceipts((receipt) => void ask('acknowledgeReply', receipt))

  const reader = createConversationReader({
    ask: (input) => ask('openConversation', input),
    onRead: (answer) => {
      setState(answer.ok ? chat.opened(getState(), answer.value, now()) : { trouble: answer.error })
      if (answer.ok) shown?.keep(answer.value.id)
    },
    onEvent: hear,
    isShown: (conversationId) => conversationId === getState().conversationId,
    ...{ isHalfRead, whenIdle },
  })
  const stops = [
    onVisibility((isSeen) => {
      void ask('watchReplies', { isSeen })
      if (!isSeen) return setState(chat.lookedAway(getState()))
      const reply = chat.liveReply(getState())
      if (reply !== undefined) receipts.renew(reply)
    }),
    bridge.on('conversations', ({ treeId, goneIds }) => {
      const { conversationId } = getState()
      if (conversationId === undefined) return
      if (treeId === conversationId) void readConversation(conversationId)
      if (goneIds.includes(conversationId)) void readConversation(undefined)
    }),
    bridge.on('reply', reader.take),
    bridge.on('startConversation', () => void startConversation()),
    bridge.on('showConversation', (wish) => void openConversation(wish.conversationId)),
  ]

  function hear(event: ReplyEvent): void {
    const next = chat.told(getState(), event, now())
    if (next === undefined) return catchUp(event)
    setState(next)
    const reply = chat.findReply(next, event.replyId)
    if (reply !== undefined && isLive(reply)) receipts.applied(reply)
    readIfBehind()
  }

  function catchUp({ replyId }: ReplyEvent): void {
    const isOfAnother = chat.findReply(getState(), replyId) === undefined
    if (isOfAnother && chat.liveReply(getState()) !== undefined) isBehind = true
    else void readConversation(getState().conversationId)
  }

  function readIfBehind(): void {
    const { conversationId } = getState()
    if (isBehind && chat.liveReply(getState()) === undefined) void readConversation(conversationId)
  }

  async function readConversation(conversationId: string | undefined): Promise<void> {
    isBehind = false
    await reader.read(conversationId)
  }

  async function listModels(): Promise<void> {
    const answer = await ask('listModels', {})
    setState(answer.ok ? chat.listed(getState(), answer.value) : { trouble: answer.error })
  }

  async function open(): Promise<void> {
    setState({ trouble: undefined })
    await Promise.all([readConversation(getState().conversationId ?? shown?.read()), listModels()])
  }

  async function startReply(parentId: string | null, text: string): Promise<void> {
    const { conversationId, chosenModelId: modelId } = getState()
    if (conversationId === undefined) return
    await start({ conversationId, promptId: newId(), parentId, replyId: newId(), text, modelId })
  }

  async function start(request: Requests['startReply']): Promise<void> {
    setState(chat.asked(getState(), request, now()))
    const answer = await ask('startReply', request)
    if (answer.ok) {
      setState(chat.taken(getState(), request.promptId))
      // Main follows the conversation that was asked in, though the reader has gone on to another.
      const { conversationId } = getState()
      if (conversationId !== request.conversationId) await readConversation(conversationId)
    } else {
      setState(chat.broughtAlong(getState(), request, now()))
      hear({ type: 'reply-error', replyId: request.replyId, error: answer.error })
      // Main knows nothing of these words: a window that is reloaded before they are sent would have lost them.
      if (answer.error.code === 'day-limit' && getState().draft === '')
        drafts.typed(request.conversationId, request.text)
    }
  }

  async function sendAgain(promptId: string): Promise<void> {
    const prompt = getState().messages.find(({ id }) => id === promptId)
    if (prompt === undefined) return
    const answers = getState().messages.filter(({ parentId }) => parentId === promptId)
    if (answers.some(isBeyondLimit) && !(await spending.allowSpending())) return
    if (!getState().untaken.has(promptId)) return tree.edit(promptId, prompt.text)
    setState(chat.replaced(getState(), promptId))
    await startReply(prompt.parentId, prompt.text)
  }

  async function continueReply(replyId: string): Promise<void> {
    const before = getState()
    const cut = chat.findReply(before, replyId)
    if (cut === undefined || isLive(cut)) return
    hear({ type: 'reply-resume', replyId })
    const waiting = chat.findReply(getState(), replyId)
    if ((await tryTo('continueReply', { replyId })).ok) return
    if (chat.findReply(getState(), replyId) !== waiting) return
    setState(chat.putBack(getState(), before, cut))
    readIfBehind()
  }

  async function stop(): Promise<void> {
    const reply = chat.liveReply(getState())
    if (reply !== undefined) await tryTo('stopReply', { replyId: reply.id })
  }

  async function chooseModel(modelId: string): Promise<void> {
    setState({ chosenModelId: modelId })
    await tryTo('chooseModel', { modelId })
  }

  async function startConversation(): Promise<void> {
    // What was typed a moment ago may be what makes the open conversation the one to find.
    drafts.flush()
    const answer = await ask('findBlankConversation', {})
    await openConversation(answer.ok ? answer.value.id : newId())
  }

  async function openConversation(conversationId: string): Promise<void> {
    drafts.flush()
    if (reader.isReading() || conversationId !== getState().conversationId)
      await readConversation(conversationId)
  }

  function type(draft: string): void {
    const { conversationId } = getState()
    setState({ draft })
    if (conversationId !== undefined) drafts.typed(conversationId, draft)
  }

  async function switchRecording(on: boolean): Promise<void> {
    await tryTo('switchRecording', { on })
    // What was recorded is a model of the picker.
    await listModels()
  }

  function dispose(): void {
    for (const stopOne of stops) stopOne()
    drafts.flush()
  }

  const tree = createChatTree({ store, tryTo, newId, start, openConversation, read: readConversation })
  const spending = createChatSpending({ store, ask, tryTo })
  const send = (text: string): Promise<void> => startReply(chat.leafId(getState()), text)
  return {
    ...tree,
    ...createChatParameters({ store, ask }),
    ...spending,
    ...{ store, open, send, sendAgain, continueReply, stop, chooseModel, listModels },
    ...{ startConversation, openConversation, type, leave: drafts.flush, switchRecording, dispose },
  }
}
