import { cutText } from '../wire/cut-text'
import type { Fault, Pace } from '../wire/fault'
import type { FinishReason, GenerateContentChunk, Part, UsageMetadata } from './generate-content'

/** What one request is answered with, and how it travels. */
export interface ReplyScript extends Pace {
  readonly chunks: readonly GenerateContentChunk[]
  readonly fault?: Fault
}

export interface TextReplyOptions {
  readonly charsPerChunk?: number
  readonly delayMs?: number | ((index: number) => number)
  readonly finishReason?: FinishReason
  /** A thought summary that is streamed before the text. */
  readonly thought?: string
  readonly usage?: UsageMetadata
  /** Varies the chunk lengths between 1 and twice `charsPerChunk`, the same way for the same seed. */
  readonly seed?: number
  /** `utf-16` may cut inside a surrogate pair, as a JSON escape is allowed to. */
  readonly cutOn?: 'code-points' | 'utf-16'
}

/** A script that says `text`; its last chunk carries finish reason and usage, as the provider's does. */
export function textReply(text: string, options: TextReplyOptions = {}): ReplyScript {
  const { thought, finishReason = 'STOP', delayMs } = options
  const thoughts = thought === undefined ? [] : cutText(thought, options)
  const texts = cutText(text, options)
  const parts: readonly Part[] = [
    ...thoughts.map((piece) => ({ text: piece, thought: true })),
    ...texts.map((piece) => ({ text: piece })),
  ]
  const usageMetadata = options.usage ?? estimateUsage(thoughts.length, texts.length)
  const chunks = parts.map((part, index) => {
    const candidate = { content: { role: 'model' as const, parts: [part] } }
    return index < parts.length - 1
      ? { candidates: [candidate] }
      : { candidates: [{ ...candidate, finishReason }], usageMetadata }
  })
  return delayMs === undefined ? { chunks } : { chunks, delayMs }
}

function estimateUsage(thoughtsTokenCount: number, candidatesTokenCount: number): UsageMetadata {
  const promptTokenCount = 10
  return {
    promptTokenCount,
    candidatesTokenCount,
    ...(thoughtsTokenCount > 0 ? { thoughtsTokenCount } : {}),
    totalTokenCount: promptTokenCount + candidatesTokenCount + thoughtsTokenCount,
  }
}
