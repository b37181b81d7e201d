import { AIMessageChunk } from '@langchain/core/messages'
import { ChatGenerationChunk } from '@langchain/core/outputs'

import { toResponseMetadata } from './gemini-metadata'
import { readParts, type Block } from './gemini-parts'
import type { GeminiResponse } from './gemini-response'
import { toUsageMetadata } from './gemini-usage'

/** LangChain's own type computes `usage_metadata` to `undefined` under `exactOptionalPropertyTypes`. */
type ChunkFields = ConstructorParameters<typeof AIMessageChunk>[0]

/** What the chunks of one answer have said so far, so that the next one can go on where they stopped. */
export interface AnswerSoFar {
  /** The finished message's content blocks, and the thought signature that came with each. */
  readonly blocks: readonly Block[]
  /** One signature, perhaps empty, for each function call. */
  readonly callSignatures: readonly string[]
  readonly hasModelVersion: boolean
  readonly finished: 'no' | 'without-usage' | 'with-usage'
}

export const NOTHING_SO_FAR: AnswerSoFar = {
  blocks: [],
  callSignatures: [],
  hasModelVersion: false,
  finished: 'no',
}

interface Step {
  readonly soFar: AnswerSoFar
  readonly chunk: ChatGenerationChunk
}

/**
 * One event of the stream as a LangChain chunk, with every part in it.
 *
 * LangChain adds up all chunks of an answer as they come, so whatever is said in every chunk makes an answer
 * quadratic in their number, and doubles strings. Therefore each thing is said once: blocks carry an `index` by which
 * they are merged, and signatures, usage and finish reason wait for the end. There the signatures stand in the order
 * of the finished message's parts, which is how ChatVertexAI sends them back in the next turn.
 */
export function toGeminiChunk(before: AnswerSoFar, response: GeminiResponse): Step {
  const candidate = response.candidates?.[0]
  const parts = readParts(before, candidate?.content?.parts ?? [], response.responseId)
  const metadata = toResponseMetadata(response, before.hasModelVersion)
  const ends = before.finished === 'no' && metadata['finish_reason'] !== undefined
  const isFinished = ends || before.finished !== 'no'
  const usage =
    isFinished && before.finished !== 'with-usage' && response.usageMetadata
      ? toUsageMetadata(response.usageMetadata)
      : undefined
  const signatures = ends ? toSignatures(parts.blocks, parts.callSignatures) : []

  return {
    soFar: {
      blocks: parts.blocks,
      callSignatures: parts.callSignatures,
      hasModelVersion: before.hasModelVersion || response.modelVersion !== undefined,
      finished:
        usage || before.finished === 'with-usage' ? 'with-usage' : isFinished ? 'without-usage' : 'no',
    },
    chunk: new ChatGenerationChunk({
      text: parts.text,
      message: new AIMessageChunk({
        content: parts.content,
        tool_call_chunks: parts.calls,
        response_metadata: metadata,
        ...(signatures.length === 0
          ? {}
          : { additional_kwargs: { signatures, signed_parts: parts.blocks.map(toSignedPart) } }),
        ...(usage === undefined ? {} : { usage_metadata: usage }),
      } as unknown as ChunkFields),
    }),
  }
}

/** LangChain's message has the parts themselves; whoever keeps only the words needs to know where each one was. */
function toSignedPart({ kind, length }: Block): Pick<Block, 'kind' | 'length'> {
  return { kind, length }
}

function toSignatures(blocks: readonly Block[], callSignatures: readonly string[]): string[] {
  const signatures = [...blocks.map(({ signature }) => signature), ...callSignatures]
  return signatures.some((signature) => signature !== '') ? signatures : []
}
