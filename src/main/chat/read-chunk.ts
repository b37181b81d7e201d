import type { AIMessageChunk, UsageMetadata } from '@langchain/core/messages'
import { z } from 'zod'

import type { ReplyDetails, SignedPart, Usage } from '#shared/message'
import type { ReplyPart } from '#shared/reply-event'

/** What one LangChain chunk says, in the order in which it says it. */
export interface ChunkReading {
  readonly pieces: readonly Piece[]
  readonly usage?: Usage
  readonly details?: ReplyDetails
}

interface Piece {
  readonly kind: ReplyPart
  readonly text: string
}

export function readChunk(chunk: AIMessageChunk): ChunkReading {
  const usage = chunk.usage_metadata
  const details = readDetails(chunk)
  return {
    pieces: [...readReasoning(chunk), ...readPieces(chunk.content)].filter(({ text }) => text !== ''),
    ...(usage === undefined ? {} : { usage: toUsage(usage) }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
  }
}

function readPieces(content: AIMessageChunk['content']): readonly Piece[] {
  if (typeof content === 'string') return [{ kind: 'text', text: content }]
  return content.flatMap((block): Piece[] => {
    if (block.type === 'text' && typeof block['text'] === 'string') {
      return [{ kind: 'text', text: block['text'] }]
    }
    if (block.type === 'reasoning' && typeof block['reasoning'] === 'string') {
      return [{ kind: 'thought', text: block['reasoning'] }]
    }
    if (block.type === 'thinking' && typeof block['thinking'] === 'string') {
      return [{ kind: 'thought', text: block['thinking'] }]
    }
    return []
  })
}

/** Where Ollama and OpenAI's imitators put what the model thinks. */
function readReasoning({ additional_kwargs: more }: AIMessageChunk): readonly Piece[] {
  const reasoning = more['reasoning_content']
  return typeof reasoning === 'string' ? [{ kind: 'thought', text: reasoning }] : []
}

function readDetails({ response_metadata: metadata, additional_kwargs: more }: AIMessageChunk): ReplyDetails {
  const finishReason = readFinishReason(metadata, more)
  const modelVersion = readText(metadata['model_version'] ?? metadata['model_name'] ?? more['model'])
  const signatures = more['signatures']
  const signedParts = readSignedParts(more['signed_parts'])
  return {
    ...(finishReason === undefined ? {} : { finishReason }),
    ...(modelVersion === undefined ? {} : { modelVersion }),
    ...(isSigned(signatures) ? { thoughtSignatures: signatures } : {}),
    ...(signedParts === undefined ? {} : { signedParts }),
  }
}

const signedParts = z.array(z.object({ kind: z.enum(['text', 'reasoning']), length: z.int() }))

/** Undefined also for an answer with something else than words in it, which is not kept. */
function readSignedParts(parts: unknown): readonly SignedPart[] | undefined {
  return signedParts
    .safeParse(parts)
    .data?.map(({ kind, length }) => ({ kind: kind === 'text' ? kind : 'thought', length }))
}

/** Each class puts its provider's word in a place of its own: Gemini and OpenAI, Ollama, Anthropic, OpenAI's responses. */
function readFinishReason(metadata: Facts, more: Facts): string | undefined {
  const reason = readText(metadata['finish_reason'] ?? metadata['done_reason'] ?? more['stop_reason'])
  if (reason !== undefined || metadata['object'] !== 'response') return reason
  const details: unknown = metadata['incomplete_details']
  const isCut = typeof details === 'object' && details !== null && 'reason' in details
  return readText(isCut ? details.reason : metadata['status'])
}

type Facts = Readonly<Record<string, unknown>>

function readText(fact: unknown): string | undefined {
  return typeof fact === 'string' && fact !== '' ? fact : undefined
}

function isSigned(signatures: unknown): signatures is readonly string[] {
  return Array.isArray(signatures) && signatures.some((signature) => readText(signature) !== undefined)
}

/** Tokens as LangChain counts them, for every provider in the same way. */
export function toUsage({ input_tokens, output_tokens, ...details }: UsageMetadata): Usage {
  const thought = details.output_token_details?.reasoning
  const cached = details.input_token_details?.cache_read
  return {
    input: input_tokens,
    output: output_tokens,
    ...(thought === undefined ? {} : { thought }),
    ...(cached === undefined ? {} : { cached }),
  }
}
