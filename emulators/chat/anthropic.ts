import { repeats, rolesOf } from '../wire/roles'
import { type Dialect, lacksMessages, textFieldOf } from './dialect'
import { NAMED_EVENTS } from './openai'
import { cutSaid, type Said, type SpokenChunk } from './said'

/** https://docs.anthropic.com/en/api/messages-streaming */
export const ANTHROPIC: Dialect = {
  format: NAMED_EVENTS,
  recognise: ({ method, path, body }) => {
    const { pathname } = new URL(path, 'http://emulator')
    const model = textFieldOf(body, 'model')
    if (method === 'POST' && pathname === '/v1/messages' && model !== undefined)
      return { for: 'answer', model }
    const [, list, name] = /^\/v1(\/models)(?:\/([^/]+))?$/.exec(pathname) ?? []
    if (method !== 'GET' || list === undefined) return undefined
    return name === undefined ? { for: 'models' } : { for: 'model', model: decodeURIComponent(name) }
  },
  hasKey: ({ 'x-api-key': key, 'anthropic-version': version }) => Boolean(key) && Boolean(version),
  complaint: complain,
  chunks: (said, { model }) => speak(said, model),
  failure: (status, message) => {
    const [type, usual] = FAILURES[status] ?? ['api_error', 'Internal server error']
    return { type: 'error', error: { type, message: message ?? usual }, request_id: 'req_emulator' }
  },
  models: (names) => ({
    data: names.map(toModel),
    has_more: false,
    first_id: names[0],
    last_id: names.at(-1),
  }),
  model: toModel,
}

/** As the strictest of those that speak this dialect does. */
function complain(body: unknown): string | undefined {
  if (lacksMessages(body)) return 'messages: at least one message is required'
  const roles = rolesOf(body, 'messages')
  if (roles[0] !== 'user') return 'messages: first message must use the "user" role'
  if (repeats(roles))
    return 'messages: roles must alternate between "user" and "assistant", but found multiple in a row'
  return undefined
}

const STOP = { complete: 'end_turn', length: 'max_tokens', blocked: 'refusal' } as const

function speak(said: Said, model: string): readonly SpokenChunk[] {
  const { thoughts, texts, ending, usage } = cutSaid(said)
  const cached = usage.cached ?? 0
  const message = {
    id: 'msg_emulator',
    type: 'message',
    role: 'assistant',
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: usage.input - cached, cache_read_input_tokens: cached, output_tokens: 1 },
  }
  const start = (index: number, content_block: object) => ({
    json: { type: 'content_block_start', index, content_block },
  })
  const delta = (index: number, words: object) => ({ type: 'content_block_delta', index, delta: words })
  const stop = (index: number) => ({ json: { type: 'content_block_stop', index } })
  const textIndex = thoughts.length > 0 ? 1 : 0
  return [
    { json: { type: 'message_start', message } },
    ...(thoughts.length > 0 ? [start(0, { type: 'thinking', thinking: '', signature: '' })] : []),
    ...thoughts.map((thinking) => ({
      json: delta(0, { type: 'thinking_delta', thinking }),
      thought: thinking,
    })),
    ...(thoughts.length > 0
      ? [{ json: delta(0, { type: 'signature_delta', signature: 'signed' }) }, stop(0)]
      : []),
    { json: { type: 'ping' } },
    start(textIndex, { type: 'text', text: '' }),
    ...texts.map((text) => ({ json: delta(textIndex, { type: 'text_delta', text }), text })),
    stop(textIndex),
    {
      json: {
        type: 'message_delta',
        delta: { stop_reason: STOP[ending], stop_sequence: null },
        usage: { output_tokens: usage.output },
      },
    },
    { json: { type: 'message_stop' } },
  ]
}

function toModel(id: string) {
  return { type: 'model', id, display_name: `The ${id}`, created_at: '2026-01-01T00:00:00Z' }
}

const FAILURES: Readonly<Record<number, readonly [type: string, message: string]>> = {
  400: ['invalid_request_error', 'Invalid request.'],
  401: ['authentication_error', 'invalid x-api-key'],
  403: ['permission_error', 'Your API key does not have permission to use the specified resource.'],
  404: ['not_found_error', 'model: emulated'],
  429: ['rate_limit_error', 'This request would exceed your rate limit.'],
  529: ['overloaded_error', 'Overloaded'],
}
