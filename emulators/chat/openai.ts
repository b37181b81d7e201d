import type { SeenRequest } from '../wire/seen-request'
import type { StreamFormat } from '../wire/stream-format'
import { type Dialect, fieldOf, lacksMessages, textFieldOf } from './dialect'
import { isResponsesRequest, respond } from './openai-responses'
import { cutSaid, type Said, type SpokenChunk } from './said'

/** Server-sent events, each named after the `type` in it if it has one. */
export const NAMED_EVENTS: StreamFormat = {
  contentType: 'text/event-stream; charset=utf-8',
  frame: (json) => {
    const [, type] = /^\{"type":"([\w.]+)"/.exec(json) ?? []
    return `${type === undefined ? '' : `event: ${type}\n`}data: ${json}\n\n`
  },
  end: () => '',
  toJson: (value) => JSON.stringify(value),
}

/** OpenAI, and whoever imitates it: chat completions, responses, models. */
export const OPENAI: Dialect = {
  format: { ...NAMED_EVENTS, end: () => 'data: [DONE]\n\n' },
  recognise: recogniseOpenAi,
  hasKey: ({ authorization = '' }) => /^Bearer \S/.test(authorization),
  complaint: complainOpenAi,
  chunks: (said, { model, body }) =>
    isResponsesRequest(body) ? respond(said, model) : complete(said, model, wantsUsage(body)),
  failure: (status, message) => {
    const [code, type, usual] = FAILURES[status] ?? [null, 'server_error', 'The server had an error.']
    return { error: { message: message ?? usual, type, param: null, code } }
  },
  models: (names) => ({ object: 'list', data: names.map(toModel) }),
  model: toModel,
}

export function complainOpenAi(body: unknown): string | undefined {
  const name = isResponsesRequest(body) ? 'input' : 'messages'
  return lacksMessages(body, name) ? `Missing required parameter: '${name}'.` : undefined
}

export function wantsUsage(body: unknown): boolean {
  return fieldOf(fieldOf(body, 'stream_options'), 'include_usage') === true
}

const FINISH = { complete: 'stop', length: 'length', blocked: 'content_filter' } as const

/** https://platform.openai.com/docs/api-reference/chat/streaming */
export function complete(said: Said, model: string, withUsage: boolean): readonly SpokenChunk[] {
  const { thoughts, texts, ending, usage } = cutSaid(said)
  const stamp = { id: 'chatcmpl-emulator', object: 'chat.completion.chunk', created: 1_764_000_000, model }
  const choice = (delta: object, finish_reason: string | null = null) => ({
    ...stamp,
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    ...(withUsage ? { usage: null } : {}),
  })
  const { input, output, thought = 0, cached = 0 } = usage
  const counts = {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: cached },
    completion_tokens_details: { reasoning_tokens: thought },
  }
  return [
    { json: choice({ role: 'assistant', content: '' }) },
    ...thoughts.map((piece) => ({ json: choice({ reasoning_content: piece }), thought: piece })),
    ...texts.map((piece) => ({ json: choice({ content: piece }), text: piece })),
    { json: choice({}, FINISH[ending]) },
    ...(withUsage ? [{ json: { ...stamp, choices: [], usage: counts } }] : []),
  ]
}

function recogniseOpenAi({ method, path, body }: SeenRequest) {
  const { pathname } = new URL(path, 'http://emulator')
  const model = textFieldOf(body, 'model')
  if (method === 'POST' && /\/(chat\/completions|responses)$/.test(pathname) && model !== undefined) {
    return { for: 'answer', model } as const
  }
  const [, list, name] = /(\/models)(?:\/([^/]+))?$/.exec(pathname) ?? []
  if (method !== 'GET' || list === undefined) return undefined
  return name === undefined
    ? ({ for: 'models' } as const)
    : ({ for: 'model', model: decodeURIComponent(name) } as const)
}

function toModel(id: string) {
  return { id, object: 'model', created: 1_764_000_000, owned_by: 'emulator' }
}

type Failure = readonly [code: string | null, type: string, message: string]

const FAILURES: Readonly<Record<number, Failure>> = {
  400: [null, 'invalid_request_error', 'Invalid request.'],
  401: ['invalid_api_key', 'invalid_request_error', 'Incorrect API key provided.'],
  403: ['missing_scope', 'invalid_request_error', 'You have insufficient permissions for this operation.'],
  404: [
    'model_not_found',
    'invalid_request_error',
    'The model does not exist or you do not have access to it.',
  ],
  429: ['rate_limit_exceeded', 'requests', 'Rate limit reached.'],
}
