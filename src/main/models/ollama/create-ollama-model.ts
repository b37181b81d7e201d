import { ChatOllama } from '@langchain/ollama'

import { createCheckedLinesFetch } from '../../transport/checked-lines'

export interface OllamaModelOptions {
  readonly modelName: string
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
}

/** ChatOllama whose requests end when they are stopped. For one request: it knows but one signal. */
export function createOllamaModel({ modelName, baseUrl, fetch }: OllamaModelOptions): ChatOllama {
  const stop: Stop = { signal: undefined }
  const stoppable: typeof globalThis.fetch = (input, init) =>
    fetch(input, stop.signal === undefined ? init : { ...init, signal: stop.signal })
  const checked = createCheckedLinesFetch(stoppable, {
    isEnding: (line) => 'done' in line && line.done === true,
    // Without a reason: the class then ends, where it would throw an error of its own, and the reply is a cut one.
    ending: { message: { role: 'assistant', content: '' }, done: true },
  })
  return new StoppableChatOllama({ model: modelName, baseUrl, fetch: checked, maxRetries: 0 }, stop)
}

interface Stop {
  signal: AbortSignal | undefined
}

/** The stock class looks at its signal only when a chunk comes, so that a silence could not be stopped. */
class StoppableChatOllama extends ChatOllama {
  readonly #stop: Stop

  constructor(fields: ConstructorParameters<typeof ChatOllama>[0], stop: Stop) {
    super(fields)
    this.#stop = stop
  }

  override async *_streamResponseChunks(
    ...[messages, options, runManager]: Parameters<ChatOllama['_streamResponseChunks']>
  ): ReturnType<ChatOllama['_streamResponseChunks']> {
    this.#stop.signal = options.signal
    yield* super._streamResponseChunks(messages, options, runManager)
  }
}
