import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { BaseMessage } from '@langchain/core/messages'

import { estimateTokens } from '#shared/estimate-tokens'
import type { Reply, Usage } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

import { createOverlapCut } from './cut-overlap'
import { readChunk } from './read-chunk'
import { toEndReason } from './to-end-reason'

export type SaidBefore = Pick<Reply, 'text' | 'thought' | 'usage'>

export interface StreamRequest {
  readonly replyId: string
  readonly model: BaseChatModel
  readonly messages: readonly BaseMessage[]
  readonly signal: AbortSignal
  /** What had been said before, when a reply that was cut goes on. */
  readonly before?: SaidBefore
  /** The model goes on from the very next character, so nothing of what it says is a repetition. */
  readonly goesOnExactly?: boolean
}

const NOTHING: SaidBefore = { text: '', thought: '' }

/** Asks a model, and tells its answer as events: deltas and facts, then one ending. Throws what the model throws. */
export async function* streamReply(request: StreamRequest): AsyncGenerator<ReplyEvent> {
  const { replyId, model, signal, before = NOTHING } = request
  const seam = createOverlapCut(request.goesOnExactly === true ? '' : before.text)
  const length = { text: before.text.length, thought: before.thought.length }
  let finishReason: string | undefined
  let counted: Usage | undefined
  let said = 0

  function* say(kind: 'text' | 'thought', text: string): Generator<ReplyEvent> {
    if (text === '') return
    yield { type: 'reply-delta', replyId, kind, at: length[kind], text }
    length[kind] += text.length
    if (counted === undefined) said += estimateTokens(text)
  }

  /** Some providers count at the end only, and whoever is stopped before does not hear of it. It was billed all the same. */
  function* estimate(): Generator<ReplyEvent> {
    if (counted !== undefined || said === 0) return
    const usage = { input: estimateInput(request.messages), output: Math.ceil(said), isEstimate: true }
    yield { type: 'reply-usage', replyId, usage: addUsage(before.usage, usage) }
  }

  try {
    for await (const chunk of await model.stream([...request.messages], { signal })) {
      const { pieces, usage, details } = readChunk(chunk)
      for (const { kind, text } of pieces) yield* say(kind, kind === 'text' ? seam.take(text) : text)
      if (usage !== undefined) {
        counted = counted === undefined ? usage : largestOf(counted, usage)
        yield { type: 'reply-usage', replyId, usage: addUsage(before.usage, counted) }
      }
      if (details !== undefined) yield { type: 'reply-details', replyId, details }
      finishReason ??= details?.finishReason
    }
    // Some classes end quietly when they are aborted.
    signal.throwIfAborted()
  } catch (cause) {
    yield* say('text', seam.end())
    yield* estimate()
    throw cause
  }
  yield* say('text', seam.end())
  yield* estimate()
  yield toEnding(replyId, finishReason, length.text)
}

/** Tokens of what is sent, roughly. */
export function estimateInput(messages: readonly BaseMessage[]): number {
  return Math.ceil(messages.reduce((sum, { text }) => sum + estimateTokens(text), 0))
}

/** Some providers count the prompt at the beginning and the answer at the end; each figure only grows. */
function largestOf(one: Usage, other: Usage): Usage {
  const largest = (name: 'input' | 'output' | 'thought' | 'cached') =>
    Math.max(one[name] ?? 0, other[name] ?? 0)
  const known = { ...one, ...other }
  return {
    ...known,
    input: largest('input'),
    output: largest('output'),
    ...(known.cached === undefined ? {} : { cached: largest('cached') }),
    ...(known.thought === undefined ? {} : { thought: largest('thought') }),
  }
}

/** Both requests of a continued reply were billed. */
function addUsage(before: Usage | undefined, usage: Usage): Usage {
  if (before === undefined) return usage
  const sum = (a: number | undefined, b: number | undefined): number => (a ?? 0) + (b ?? 0)
  return {
    input: before.input + usage.input,
    output: before.output + usage.output,
    thought: sum(before.thought, usage.thought),
    cached: sum(before.cached, usage.cached),
    ...(before.isEstimate === true || usage.isEstimate === true ? { isEstimate: true } : {}),
  }
}

/** A stream that merely ends was cut: only a finish reason makes a reply complete. */
function toEnding(replyId: string, finishReason: string | undefined, textLength: number): ReplyEvent {
  if (finishReason === undefined) {
    return failed(replyId, 'interrupted', 'The stream ended without a finish reason.')
  }
  const reason = toEndReason(finishReason)
  if (reason === undefined) return failed(replyId, 'malformed-stream', `Finish reason: ${finishReason}`)
  if (reason === 'complete' && textLength === 0) {
    return failed(replyId, 'empty-reply', `Finish reason: ${finishReason}`)
  }
  return { type: 'reply-end', replyId, reason }
}

function failed(
  replyId: string,
  code: 'interrupted' | 'malformed-stream' | 'empty-reply',
  detail: string,
): ReplyEvent {
  return { type: 'reply-error', replyId, error: { code, detail } }
}
