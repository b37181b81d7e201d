import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { type AIMessageChunk, type BaseMessage, HumanMessage } from '@langchain/core/messages'

import { estimateTokens } from '#shared/estimate-tokens'
import type { Message, Usage } from '#shared/message'
import { isOffline } from '#shared/offline-providers'

import { toUsage } from './read-chunk'
import { estimateInput } from './stream-reply'

/** A title is worth no longer wait than this. */
const MOST_MS = 30_000
/** So much of the beginning of each tells what a conversation is about. In UTF-16 units. */
const SAMPLE_LENGTH = 1_500

export interface TitleWriterParts {
  /** Whether the user allowed it: the request may be billed. */
  readonly isAllowed: (modelId: string) => boolean
  readonly openModel: (modelId: string) => Promise<BaseChatModel>
  /** Whether a person, or a model, gave it a title already. */
  readonly hasOwnTitle: (conversationId: string) => boolean
  readonly rename: (conversationId: string, title: string) => void
  /** Told what the request took. */
  readonly note: (request: TitleRequest) => void
  /** A title that could not be had is missed by nobody. */
  readonly onFailure: (cause: unknown) => void
}

interface TitleRequest {
  readonly conversationId: string
  readonly modelId: string
  readonly usage: Usage
}

export interface TitleWriter {
  /** The first answer of a conversation is there. Asks its model once for a title, and never twice. */
  write(conversationId: string, path: readonly Message[]): Promise<void>
  /** No title is waited for any longer. */
  stop(): void
}

export function createTitleWriter(parts: TitleWriterParts): TitleWriter {
  const { isAllowed, openModel, hasOwnTitle, rename, note, onFailure } = parts
  const stopping = new AbortController()
  const asked = new Set<string>()

  async function write(conversationId: string, path: readonly Message[]): Promise<void> {
    const [prompt, reply, ...later] = path
    if (prompt === undefined || reply?.role !== 'assistant' || later.length > 0) return
    // One says prepared words, the other repeats what it once said: neither knows a title.
    if (reply.text === '' || isOffline(reply.modelId)) return
    if (!isAllowed(reply.modelId) || asked.has(conversationId) || hasOwnTitle(conversationId)) return
    asked.add(conversationId)
    try {
      const model = await openModel(reply.modelId)
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(MOST_MS)])
      const asking = [new HumanMessage(question(prompt, reply))]
      const answer = await model.invoke(asking, { signal })
      note({ conversationId, modelId: reply.modelId, usage: usageOf(answer, asking) })
      const title = toLine(answer.text)
      // A person may have named it while the model thought.
      if (title !== '' && !hasOwnTitle(conversationId)) rename(conversationId, title)
    } catch (cause) {
      if (!stopping.signal.aborted) onFailure(cause)
    }
  }

  return { write, stop: () => stopping.abort() }
}

/** By estimate where the provider does not say. */
function usageOf({ usage_metadata: counted, text }: AIMessageChunk, asking: readonly BaseMessage[]): Usage {
  if (counted !== undefined) return toUsage(counted)
  return { input: estimateInput(asking), output: Math.ceil(estimateTokens(text)), isEstimate: true }
}

function question(prompt: Message, reply: Message): string {
  return [
    'Write a title of at most six words for this conversation, in its own language.',
    'Answer with the title alone: no quotation marks, no full stop, no explanation.',
    `<question>${prompt.text.slice(0, SAMPLE_LENGTH)}</question>`,
    `<answer>${reply.text.slice(0, SAMPLE_LENGTH)}</answer>`,
  ].join('\n')
}

/** The first line with words on it, without the marks that models like to put around it. */
function toLine(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  return line.trim().replace(/^[#*\s"'“”「『]+|[*\s"'“”」』。.]+$/g, '')
}
