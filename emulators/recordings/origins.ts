import { DIALECTS, type DialectName } from '../chat/chat-emulator'
import type { Said } from '../chat/said'
import { errorForStatus } from '../vertex/google-errors'
import { textReply } from '../vertex/reply-script'
import { EVENT_STREAM, type StreamFormat } from '../wire/stream-format'

/** Where a recording comes from, and how that provider speaks. */
export interface Origin {
  readonly header: {
    readonly provider: string
    readonly model: string
    readonly wire?: string
    readonly host: string
    readonly path: string
  }
  readonly format: StreamFormat
  readonly failure: (status: number) => unknown
}

/** One of the providers that came after the first recordings, whose headers say no wire. */
export interface NamedOrigin extends Origin {
  readonly speak: (said: Said) => readonly OriginChunk[]
}

interface OriginChunk {
  readonly json: unknown
  readonly text?: string
  readonly thought?: string
}

const GEMINI = 'gemini-3.5-flash'

export const VERTEX: Origin = {
  header: {
    provider: 'vertex',
    model: GEMINI,
    host: 'aiplatform.googleapis.com',
    path: `/v1/publishers/google/models/${GEMINI}:streamGenerateContent`,
  },
  format: EVENT_STREAM,
  failure: (status) => errorForStatus(status, { model: GEMINI }),
}

export const ORIGINS = {
  gemini: {
    ...VERTEX,
    header: {
      provider: 'gemini',
      model: GEMINI,
      wire: 'generate-content',
      host: 'generativelanguage.googleapis.com',
      path: `/v1beta/models/${GEMINI}:streamGenerateContent`,
    },
    speak: ({ text, thought = '', charsPerChunk = text.length }) =>
      textReply(text, { thought, charsPerChunk }).chunks.map((json) => {
        const [part = {}] = json.candidates?.[0]?.content?.parts ?? []
        const words = part.text ?? ''
        return part.thought ? { json, thought: words } : { json, text: words }
      }),
  },
  openai: chat('openai', {
    provider: 'openai',
    model: 'gpt-5.5',
    wire: 'chat-completions',
    host: 'api.openai.com',
    path: '/v1/chat/completions',
  }),
  responses: chat('openai', {
    provider: 'openai',
    model: 'gpt-5.5-pro',
    wire: 'responses',
    host: 'api.openai.com',
    path: '/v1/responses',
  }),
  azure: chat('azure', {
    provider: 'azure',
    model: 'gpt-5.5-deployed',
    wire: 'chat-completions',
    host: 'emulated.openai.azure.com',
    path: '/openai/deployments/gpt-5.5-deployed/chat/completions',
  }),
  compatible: chat('openai', {
    provider: 'compatible',
    model: 'codex-local',
    wire: 'chat-completions',
    host: '127.0.0.1:1234',
    path: '/v1/chat/completions',
  }),
  ollama: chat('ollama', {
    provider: 'ollama',
    model: 'gemma4',
    wire: 'ollama-chat',
    host: '127.0.0.1:11434',
    path: '/api/chat',
  }),
  anthropic: chat('anthropic', {
    provider: 'anthropic',
    model: 'claude-opus-4-7',
    wire: 'messages',
    host: 'api.anthropic.com',
    path: '/v1/messages',
  }),
} as const satisfies Readonly<Record<string, NamedOrigin>>

function chat(dialect: DialectName, header: Origin['header']): NamedOrigin {
  const { format, failure, chunks } = DIALECTS[dialect]
  const body = header.wire === 'responses' ? { input: [] } : {}
  return { header, format, failure, speak: (said) => chunks(said, { model: header.model, body }) }
}
