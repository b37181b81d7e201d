import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import {
  AIMessageChunk,
  type BaseMessage,
  type MessageContent,
  type UsageMetadata,
} from '@langchain/core/messages'
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs'

/** A step of a scripted answer: a chunk, an error to throw, or a pause that only an abort ends. */
export type ScriptStep = ScriptedChunk | Error | 'hang'

interface ScriptedChunk {
  readonly content: MessageContent
  readonly usage_metadata?: UsageMetadata
  readonly response_metadata?: Readonly<Record<string, unknown>>
}

/** A LangChain chat model that says what a test wrote, chunk by chunk, and remembers what it was asked. */
export class ScriptedModel extends BaseChatModel {
  readonly asked: BaseMessage[][] = []

  constructor(private readonly steps: readonly ScriptStep[]) {
    super({ maxRetries: 0 })
  }

  override _llmType(): string {
    return 'scripted'
  }

  override _generate(): Promise<ChatResult> {
    throw new Error('This model only streams.')
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
  ): AsyncGenerator<ChatGenerationChunk> {
    this.asked.push(messages)
    for (const step of this.steps) {
      if (step instanceof Error) throw step
      if (step === 'hang') await untilAborted(options.signal)
      else yield new ChatGenerationChunk({ text: '', message: toMessage(step) })
    }
  }
}

function toMessage(chunk: ScriptedChunk): AIMessageChunk {
  return Object.assign(new AIMessageChunk({ content: chunk.content }), chunk)
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('Aborted')), { once: true })
  })
}
