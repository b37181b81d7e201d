import { ChatOllama } from '@langchain/ollama'

import type { ModelParameters } from '#shared/parameters'

import { createCheckedLinesFetch } from '../../transport/checked-lines'
import { present } from '../present'

export interface OllamaModelOptions {
  readonly modelName: string
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
  readonly parameters?: ModelParameters | undefined
}

/** ChatOllama whose requests end when they are stopped. For one request: it knows but one signal. */
export function createOllamaModel({
  modelName,
  baseUrl,
  fetch,
  parameters = {},
}: OllamaModelOptions): ChatOllama {
  const { temperature, topP, maxOutputTokens: numPredict, stopSequences, seed } = parameters
  const stop: Stop = { signal: undefined }
  const stoppable: typeof globalThis.fetch = (input, init) =>
    fetch(input, stop.signal === undefined ? init : { ...init, signal: stop.signal })
  const checked = createCheckedLinesFetch(stoppable, {
    isEnding: (line) => 'done' in line && line.done === true,
    // Without a reason: the class then ends, where it would throw an error of its own, and the reply is a cut one.
    ending: { message: { role: 'assistant', content: '' }, done: true },
  })
  const told = present({ temperature, topP, numPredict, seed })
  const fields = { model: modelName, baseUrl, fetch: checked, maxRetries: 0, ...told }
  return new StoppableChatOllama(fields, { stop, stopSequences })
}

interface Stop {
  signal: AbortSignal | undefined
}

/** The stock class looks at its signal only when a chunk comes, so that a silence could not be stopped. */
class StoppableChatOllama extends ChatOllama {
  readonly #stop: Stop
  readonly #stopSequences: string[] | undefined

  constructor(
    fields: ConstructorParameters<typeof ChatOllama>[0],
    { stop, stopSequences }: { readonly stop: Stop; readonly stopSequences: string[] | undefined },
  ) {
    super(fields)
    this.#stop = stop
    this.#stopSequences = stopSequences
  }

  /** The stock class knows stop sequences for a call only. */
  override invocationParams(
    options?: Parameters<ChatOllama['invocationParams']>[0],
  ): ReturnType<ChatOllama['invocationParams']> {
    const told = super.invocationParams(options)
    const stop = this.#stopSequences
    return stop === undefined ? told : { ...told, options: { ...told.options, stop } }
  }

  override async *_streamResponseChunks(
    ...[messages, options, runManager]: Parameters<ChatOllama['_streamResponseChunks']>
  ): ReturnType<ChatOllama['_streamResponseChunks']> {
    this.#stop.signal = options.signal
    yield* super._streamResponseChunks(messages, options, runManager)
  }
}
