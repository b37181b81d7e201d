import { applyReplyEvent } from '#shared/apply-reply-event'
import type { OpenConversation } from '#shared/contract'
import type { Reply } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import type { Caller } from '../bridge/answer'
import type { ChatService, ReplyRequest } from './chat-service'
import { createReplyFeed, type ReadLengths, type ReplyFeed } from './reply-feed'
import { toAppError } from './to-app-error'

interface Run {
  readonly conversationId: string
  reply: Reply
  readonly feeds: Map<Caller, ReplyFeed>
  /** It has ended, and stays only for a window that is behind. */
  isOver: boolean
}

export interface BegunReply {
  readonly conversationId: string
  readonly reply: Reply
  readonly request: ReplyRequest
}

export interface ReplyRuns {
  /** Lets a reply live to its end, whoever looks. The page that asked looks at its conversation from then on. */
  start(caller: Caller, begun: BegunReply): void
  /** From now on this page is told what happens in that conversation, and in no other. */
  view(caller: Caller, conversation: OpenConversation): void
  /** Whether anybody can see this page. A hidden one costs nothing: it is told everything when it is seen again. */
  watch(caller: Caller, isSeen: boolean): void
  isRunning(replyId: string): boolean
  /** The replies that are being written in a conversation. */
  runningIn(conversationId: string): readonly string[]
  isViewed(conversationId: string): boolean
  acknowledge(caller: Caller, replyId: string, read: ReadLengths): void
}

/** Carries running replies to the pages that look at them. A page is a viewer: its going ends no reply. */
export function createReplyRuns(
  chat: Pick<ChatService, 'reply'>,
  onIdle: () => void,
  onChange: (conversationId: string, reply: Reply, isOver: boolean) => void = () => undefined,
): ReplyRuns {
  const runs = new Map<string, Run>()
  const viewers = new Map<Caller, string>()
  const hidden = new WeakSet<Caller>()

  function start(caller: Caller, { conversationId, reply, request }: BegunReply): void {
    if (viewers.get(caller) !== conversationId) view(caller, { id: conversationId, messages: [] })
    const run: Run = { conversationId, reply, feeds: new Map(), isOver: false }
    const before = runs.get(reply.id)
    runs.set(reply.id, run)
    for (const [viewer, viewed] of viewers) {
      // A page that was behind when the reply was cut still is when it goes on.
      if (viewed === conversationId)
        feed(viewer, run, before?.feeds.get(viewer)?.getTold() ?? toLengths(reply))
    }
    onChange(conversationId, reply, false)
    // The reply lives on its own: every failure of it is one of its events.
    void live(run, request)
  }

  async function live(run: Run, request: ReplyRequest): Promise<void> {
    try {
      for await (const event of chat.reply(request)) hear(run, event)
    } catch (cause) {
      // Only a bug of ours gets here. No window may wait for ever because of it.
      const error = toAppError(cause, { modelId: request.modelId })
      hear(run, { type: 'reply-error', replyId: request.replyId, error })
    } finally {
      run.isOver = true
      forgetIfTold(run)
      onChange(run.conversationId, run.reply, true)
      if (![...runs.values()].some(({ isOver }) => !isOver)) onIdle()
    }
  }

  function hear(run: Run, event: ReplyEvent): void {
    run.reply = applyReplyEvent(run.reply, event) ?? run.reply
    for (const one of run.feeds.values()) one.hear(event)
  }

  function forgetIfTold(run: Run): void {
    if (run.isOver && ![...run.feeds.values()].some((one) => one.isBehind())) runs.delete(run.reply.id)
  }

  function feed(caller: Caller, run: Run, known: ReadLengths): void {
    const tell = (event: ReplyEvent): void => caller.tell('reply', event)
    const isSeen = !hidden.has(caller)
    run.feeds.set(caller, createReplyFeed({ tell, read: () => run.reply, known, isSeen }))
  }

  function view(caller: Caller, { id, messages }: OpenConversation): void {
    if (!viewers.has(caller)) caller.gone.addEventListener('abort', () => leave(caller), { once: true })
    stopFeeding(caller)
    viewers.set(caller, id)
    for (const message of messages) {
      const run = runs.get(message.id)
      if (run !== undefined && message.role === 'assistant') feed(caller, run, toLengths(message))
    }
  }

  function leave(caller: Caller): void {
    viewers.delete(caller)
    stopFeeding(caller)
  }

  function stopFeeding(caller: Caller): void {
    for (const run of runs.values()) {
      run.feeds.delete(caller)
      forgetIfTold(run)
    }
  }

  function watch(caller: Caller, isSeen: boolean): void {
    if (isSeen) hidden.delete(caller)
    else hidden.add(caller)
    for (const run of runs.values()) {
      run.feeds.get(caller)?.watch(isSeen)
      forgetIfTold(run)
    }
  }

  function acknowledge(caller: Caller, replyId: string, read: ReadLengths): void {
    const run = runs.get(replyId)
    if (run === undefined) return
    run.feeds.get(caller)?.acknowledge(read)
    forgetIfTold(run)
  }

  return {
    start,
    view,
    watch,
    isRunning: (replyId) => runs.get(replyId)?.isOver === false,
    runningIn: (conversationId) =>
      [...runs.values()]
        .filter((run) => run.conversationId === conversationId && !run.isOver)
        .map(({ reply }) => reply.id),
    isViewed: (conversationId) => [...viewers.values()].includes(conversationId),
    acknowledge,
  }
}

function toLengths({ text, thought }: Reply): ReadLengths {
  return { text: text.length, thought: thought.length }
}
