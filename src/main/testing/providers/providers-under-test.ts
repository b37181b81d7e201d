import { DIALECTS, type DialectName, startChatEmulator } from '../../../../emulators/chat/chat-emulator'
import type { ChatScript, Said } from '../../../../emulators/chat/said'
import { createEmulatorFetch } from '../../../../emulators/vertex/emulator-fetch'
import { type ReplyScript, textReply } from '../../../../emulators/vertex/reply-script'
import { startVertexEmulator } from '../../../../emulators/vertex/vertex-emulator'
import type { SeenRequest } from '../../../../emulators/wire/seen-request'
import type { ModelSettings } from '../../models/model-settings'
import { createRoutedFetch } from './routed-fetch'

/** One provider's class, and the emulator that it is asked against. */
export interface ProviderUnderTest {
  readonly name: string
  readonly modelId: string
  readonly settings: ModelSettings
  /** The host that its requests are meant for. */
  readonly host: string
  readonly start: (reply: (request: SeenRequest) => ChatScript) => Promise<RunningEmulator>
  /** What it says, chunk by chunk. */
  readonly chunks: (said: Said) => readonly Words[]
  /** Whether it says how much it thought, and what it did not have to read again. */
  readonly counts: { readonly thought: boolean; readonly cached: boolean }
  /** Ollama has no filter. */
  readonly canBlock: boolean
  /** Its filter refuses a prompt by a status of HTTP. */
  readonly refusesPrompts?: boolean
}

export interface Words {
  readonly text?: string
  readonly thought?: string
}

export interface RunningEmulator {
  readonly network: typeof globalThis.fetch
  readonly requests: readonly SeenRequest[]
  readonly close: () => Promise<void>
}

/** No provider's real key, and of a shape that nothing would redact by chance. */
export const KEY = 'planted-secret-0123456789abcdef'

const ALL = { thought: true, cached: true }

const CONNECTIONS: NonNullable<ModelSettings['connections']> = {
  gemini: { provider: 'gemini' },
  openai: { provider: 'openai' },
  azure: { provider: 'azure', endpoint: 'https://emulated.openai.azure.com/', deployment: 'emulated' },
  compatible: { provider: 'compatible', baseUrl: 'https://llm.example/v1/' },
  ollama: { provider: 'ollama' },
  anthropic: { provider: 'anthropic' },
}

const FINISH = { complete: 'STOP', length: 'MAX_TOKENS', blocked: 'SAFETY' } as const

export const PROVIDERS_UNDER_TEST: readonly ProviderUnderTest[] = [
  google('Vertex AI', 'vertex', 'aiplatform.googleapis.com'),
  google('Gemini API', 'gemini', 'generativelanguage.googleapis.com'),
  chat('OpenAI', 'openai', { modelId: 'openai/emulated', host: 'api.openai.com' }),
  chat('OpenAI, responses', 'openai', { modelId: 'openai/gpt-5.5-pro-emulated', host: 'api.openai.com' }),
  chat('Azure OpenAI', 'azure', {
    modelId: 'azure/emulated',
    host: 'emulated.openai.azure.com',
    refusesPrompts: true,
  }),
  chat('OpenAI-compatible', 'openai', {
    // A name that would send ChatOpenAI to another address.
    modelId: 'compatible/codex-emulated',
    host: 'llm.example',
  }),
  chat('Ollama', 'ollama', {
    modelId: 'ollama/emulated',
    host: '127.0.0.1:11434',
    counts: { thought: false, cached: false },
    canBlock: false,
  }),
  chat('Anthropic', 'anthropic', {
    modelId: 'anthropic/claude-emulated',
    host: 'api.anthropic.com',
    counts: { thought: false, cached: true },
  }),
]

function google(name: string, provider: 'vertex' | 'gemini', host: string): ProviderUnderTest {
  return {
    name,
    modelId: `${provider}/gemini-3.5-flash`,
    settings: { connections: CONNECTIONS },
    host,
    counts: ALL,
    canBlock: true,
    chunks: (said) =>
      toReplyScript({ said }).chunks.map(({ candidates }) => {
        const [part = {}] = candidates?.[0]?.content?.parts ?? []
        return part.thought ? { thought: part.text ?? '' } : { text: part.text ?? '' }
      }),
    start: async (reply) => {
      const emulator = await startVertexEmulator({ defaultReply: (request) => toReplyScript(reply(request)) })
      return { network: createEmulatorFetch(emulator), requests: emulator.requests, close: emulator.close }
    },
  }
}

function toReplyScript({ said, ...rest }: ChatScript): ReplyScript {
  const { text, thought, ending = 'complete', usage, charsPerChunk } = said
  const counted = usage && {
    promptTokenCount: usage.input,
    candidatesTokenCount: usage.output - (usage.thought ?? 0),
    ...(usage.thought === undefined ? {} : { thoughtsTokenCount: usage.thought }),
    ...(usage.cached === undefined ? {} : { cachedContentTokenCount: usage.cached }),
  }
  const options = {
    finishReason: FINISH[ending],
    ...(thought === undefined ? {} : { thought }),
    ...(counted === undefined ? {} : { usage: counted }),
    ...(charsPerChunk === undefined ? {} : { charsPerChunk }),
  }
  return { ...textReply(text, options), ...rest }
}

interface ChatProvider extends Partial<Pick<ProviderUnderTest, 'counts' | 'canBlock' | 'refusesPrompts'>> {
  readonly modelId: string
  readonly host: string
}

function chat(name: string, dialect: DialectName, provider: ChatProvider): ProviderUnderTest {
  const body = name.endsWith('responses') ? { input: [] } : {}
  return {
    name,
    counts: ALL,
    canBlock: true,
    settings: { connections: CONNECTIONS },
    ...provider,
    chunks: (said) => DIALECTS[dialect].chunks(said, { model: 'emulated', body }),
    start: async (reply) => {
      const emulator = await startChatEmulator(dialect, { defaultReply: reply })
      return {
        network: createRoutedFetch(emulator.origin),
        requests: emulator.requests,
        close: emulator.close,
      }
    },
  }
}
