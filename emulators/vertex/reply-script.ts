import { cutText } from './cut-text'
import type { FinishReason, GenerateContentChunk, Part, UsageMetadata } from './generate-content'

/** What one request is answered with, and how it travels. */
export interface ReplyScript {
  readonly chunks: readonly GenerateContentChunk[]
  /** Between two chunks; a function is asked for the wait before the chunk with that index (1, 2, …). */
  readonly delayMs?: number | ((index: number) => number)
  /** Before the headers. */
  readonly firstByteDelayMs?: number
  readonly fault?: Fault
  /** Bytes per TCP write. By default a chunk with multi-byte characters is cut inside one of them. */
  readonly tcpBytes?: number
}

/** What goes wrong. `afterChunks` counts the chunks that arrive whole before it does. */
export type Fault =
  /** An answer other than 200. Without a body it is the one Google documents for that status. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  /** TCP RST. */
  | { readonly kind: 'reset'; readonly afterChunks: number }
  /** TCP FIN in mid-body, without the terminating chunk of HTTP. */
  | { readonly kind: 'close'; readonly afterChunks: number }
  /** A correct end of the HTTP body, with no finish reason ever sent. */
  | { readonly kind: 'truncate'; readonly afterChunks: number }
  /** Silence until the client gives up; after 0 chunks even the headers stay away. */
  | { readonly kind: 'stall'; readonly afterChunks: number }
  /** Half of the next chunk's JSON, framed as if it were whole, then a correct end. */
  | { readonly kind: 'malformed'; readonly afterChunks: number }
  /** An error object after a 200, then a correct end. `bare` leaves out `data: ` in an event stream. */
  | {
      readonly kind: 'error-in-stream'
      readonly afterChunks: number
      readonly status: number
      readonly body?: unknown
      readonly bare?: boolean
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
