import type { ServerCertificate } from '../wire/certificates'
import { readBody, type SeenRequest } from '../wire/seen-request'
import { sendJson } from '../wire/send-json'
import { streamReply } from '../wire/stream-reply'
import { startWireEmulator, type AnswerParts, type WireEmulator } from '../wire/wire-emulator'
import { ANTHROPIC } from './anthropic'
import { AZURE } from './azure'
import type { Dialect } from './dialect'
import { OLLAMA } from './ollama'
import { OPENAI } from './openai'
import type { ChatScript } from './said'

export type ChatEmulator = WireEmulator<ChatScript>

export const DIALECTS = { openai: OPENAI, azure: AZURE, ollama: OLLAMA, anthropic: ANTHROPIC } as const

export type DialectName = keyof typeof DIALECTS

export interface ChatEmulatorOptions {
  readonly port?: number
  readonly defaultReply?: ChatScript | ((request: SeenRequest) => ChatScript)
  /** The models that it says it has; one that is asked for by another name is not found. */
  readonly models?: readonly string[]
  /** It then speaks TLS. */
  readonly certificate?: ServerCertificate
  readonly log?: (line: string) => void
}

const HELLO: ChatScript = { said: { text: 'Hello from the emulator.' } }

/** An HTTP server that speaks one provider's wire protocol. */
export async function startChatEmulator(
  name: DialectName,
  { defaultReply = HELLO, models, ...options }: ChatEmulatorOptions = {},
): Promise<ChatEmulator> {
  const dialect: Dialect = DIALECTS[name]
  return startWireEmulator<ChatScript>({
    ...options,
    defaultReply,
    answer: async (request, parts) => {
      parts.record.body = await readBody(request)
      await answer(dialect, parts, models)
    },
  })
}

async function answer(
  dialect: Dialect,
  { record, exchange, takeReply }: AnswerParts<ChatScript>,
  models: readonly string[] = ['emulated-model'],
): Promise<void> {
  const asked = dialect.recognise(record)
  const refuse = (status: number, message?: string) =>
    sendJson(exchange, { status, body: dialect.failure(status, message) })
  if (!asked) return refuse(404)
  if (!dialect.hasKey(record.headers)) return refuse(401)
  if (asked.for === 'models') return sendJson(exchange, { status: 200, body: dialect.models(models) })
  if (asked.for === 'model') {
    if (!models.includes(asked.model)) return refuse(404)
    return sendJson(exchange, { status: 200, body: dialect.model(asked.model) })
  }
  const complaint = dialect.complaint(record.body)
  if (complaint !== undefined) return refuse(400, complaint)
  const { fault, said, ...pace } = takeReply()
  if (fault?.kind === 'status') {
    const { status, headers = {}, body = dialect.failure(status) } = fault
    return sendJson(exchange, { status, headers, body })
  }
  const chunks = dialect.chunks(said, { model: asked.model, body: record.body }).map(({ json }) => json)
  const reply = { ...pace, chunks, ...(fault ? { fault } : {}) }
  return streamReply(reply, { exchange, format: dialect.format, failure: dialect.failure })
}
