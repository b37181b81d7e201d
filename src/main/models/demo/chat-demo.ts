import type { BaseLanguageModelCallOptions } from '@langchain/core/language_models/base'
import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import {
  AIMessageChunk,
  type BaseMessage,
  type StandardMessageStructure,
  type UsageMetadata,
} from '@langchain/core/messages'
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs'
import { concat } from '@langchain/core/utils/stream'

import { chooseAnswer } from './choose-answer'
import type { DemoAnswer } from './demo-answers'
import { between, rhythm } from './rhythm'
import { seededRandom } from './seeded-random'
import type { Wait } from './wait'

const FIRST_TOKEN_MS = [300, 600] as const
const CHARACTERS_PER_TOKEN = 4

interface ChatDemoFields {
  readonly seed: number
  readonly wait: Wait
}

/** Streams prepared answers through LangChain like any provider's model, without a key or a network. */
export class ChatDemo extends BaseChatModel {
  readonly #fields: ChatDemoFields

  constructor(fields: ChatDemoFields) {
    super({})
    this.#fields = fields
  }

  override _llmType(): string {
    return 'demo'
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    { signal }: BaseLanguageModelCallOptions,
  ): AsyncGenerator<ChatGenerationChunk> {
    const { seed, wait } = this.#fields
    const random = seededRandom(seed)
    const answer = restOf(
      chooseAnswer(messages.findLast((message) => message.type === 'human')?.text ?? ''),
      messages.at(-1),
    )
    let thoughtTokens = 0
    let textTokens = 0

    await wait(between(FIRST_TOKEN_MS, random), signal)
    for (const { afterMs, text } of rhythm(answer.thought ?? '', random)) {
      await wait(afterMs, signal)
      thoughtTokens += 1
      yield toChunk(new AIMessageChunk({ content: [{ type: 'reasoning', reasoning: text }] }))
    }
    for (const { afterMs, text } of rhythm(answer.text, random)) {
      await wait(afterMs, signal)
      textTokens += 1
      yield toChunk(new AIMessageChunk(text))
    }

    const input = Math.ceil(messages.reduce((sum, { text }) => sum + text.length, 0) / CHARACTERS_PER_TOKEN)
    yield toChunk(lastMessage({ input, text: textTokens, thought: thoughtTokens }))
  }

  override async _generate(messages: BaseMessage[], options: this['ParsedCallOptions']): Promise<ChatResult> {
    let whole: ChatGenerationChunk | undefined
    for await (const chunk of this._streamResponseChunks(messages, options)) {
      whole = whole === undefined ? chunk : concat(whole, chunk)
    }
    return { generations: whole === undefined ? [] : [whole] }
  }
}

/** What is still to be said, when the last message is the beginning of the answer. */
function restOf(answer: DemoAnswer, last: BaseMessage | undefined): DemoAnswer {
  const said = last?.type === 'ai' ? last.text : ''
  return said !== '' && answer.text.startsWith(said) ? { text: answer.text.slice(said.length) } : answer
}

function toChunk(message: AIMessageChunk): ChatGenerationChunk {
  return new ChatGenerationChunk({ message, text: message.text })
}

interface Tokens {
  readonly input: number
  readonly text: number
  readonly thought: number
}

function lastMessage({ input, text, thought }: Tokens): AIMessageChunk {
  const usage: UsageMetadata = {
    input_tokens: input,
    output_tokens: text + thought,
    total_tokens: input + text + thought,
    output_token_details: { reasoning: thought },
  }
  return new AIMessageChunk<StandardMessageStructure>({
    content: '',
    usage_metadata: usage,
    response_metadata: { finish_reason: 'STOP', model_version: 'demo' },
  })
}
