import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { AIMessageChunk } from '@langchain/core/messages'
import { ChatVertexAI, type ChatVertexAIInput } from '@langchain/google-vertexai'

import { NOTHING_SO_FAR, toGeminiChunk } from './gemini-chunk'
import { toGeminiFields } from './gemini-parameters'
import type { GeminiResponse } from './gemini-response'
import { createVertexClient, type VertexClient, type VertexClientOptions } from './vertex-client'

export interface VertexModelOptions extends VertexClientOptions {
  readonly modelName: string
  readonly location: string
}

interface Fields extends ChatVertexAIInput {
  readonly client: VertexClient
}

/** ChatVertexAI on our transport; see the class for what the stock one does otherwise. */
export function createVertexModel(options: VertexModelOptions): ChatVertexAI {
  return new SteadyChatVertexAI({
    model: options.modelName,
    location: options.location,
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    ...toGeminiFields(options.parameters),
    client: createVertexClient(options),
    maxRetries: 0,
    // The stock handler writes failed requests, prompt and all, to the console.
    onFailedAttempt: (error: unknown) => {
      throw error
    },
    // One way for `stream` and `invoke`.
    streaming: true,
  } as Fields)
}

/**
 * The only class of our own: LangChain is extended by inheritance.
 *
 * The stock class hangs when the connection breaks in mid-stream, leaves an unhandled rejection behind at every stop,
 * waits without end, drops all but the first part of a chunk, takes a cut stream for a whole one, and is quadratic in
 * chunks and in braces. All of that lives in its HTTP client and in its mapping of chunks, so we bring our own.
 */
class SteadyChatVertexAI extends ChatVertexAI {
  constructor(fields: Fields) {
    super(fields)
  }

  /** Called by the constructor with its own argument. */
  override buildClient(fields?: Parameters<ChatVertexAI['buildClient']>[0]): VertexClient {
    return (fields as Fields).client
  }

  override async *_streamResponseChunks(
    ...[messages, options, runManager]: Parameters<ChatVertexAI['_streamResponseChunks']>
  ): ReturnType<ChatVertexAI['_streamResponseChunks']> {
    const parameters = this.invocationParams(options)
    const answer = await this.streamedConnection.request(messages, parameters, options, runManager)
    const responses = answer.data as unknown as AsyncIterable<GeminiResponse>
    let soFar = NOTHING_SO_FAR
    for await (const response of responses) {
      const step = toGeminiChunk(soFar, response)
      soFar = step.soFar
      yield step.chunk
      await runManager?.handleLLMNewToken(step.chunk.text, undefined, undefined, undefined, undefined, {
        chunk: step.chunk,
      })
    }
  }

  /** With nobody listening, LangChain would add up the chunks one by one for nobody, at half the cost of a stream. */
  override async *_streamIterator(
    ...[input, options]: Parameters<ChatVertexAI['_streamIterator']>
  ): ReturnType<ChatVertexAI['_streamIterator']> {
    if (isHeard(options?.callbacks) || isHeard(this.callbacks)) {
      return yield* super._streamIterator(input, options)
    }
    const messages = SteadyChatVertexAI._convertInputToPromptValue(input).toChatMessages()
    const [, callOptions] = this._separateRunnableConfigFromCallOptionsCompat(options)
    for await (const { message } of this._streamResponseChunks(messages, callOptions)) {
      callOptions.signal?.throwIfAborted()
      yield message as AIMessageChunk
    }
  }

  /** LangChain's own way from chunks to events; the stock class melts two function calls into one. */
  override _streamChatModelEvents(...parameters: Parameters<ChatVertexAI['_streamChatModelEvents']>) {
    return BaseChatModel.prototype._streamChatModelEvents.apply(this, parameters)
  }
}

/** Callbacks come as a list or as a manager that holds one. */
function isHeard(callbacks: ChatVertexAI['callbacks']): boolean {
  if (!callbacks) return false
  return Array.isArray(callbacks) ? callbacks.length > 0 : callbacks.handlers.length > 0
}
