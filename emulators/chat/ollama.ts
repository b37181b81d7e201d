import type { StreamFormat } from '../wire/stream-format'
import { type Dialect, lacksMessages, textFieldOf } from './dialect'
import { cutSaid } from './said'

/** One JSON object a line. */
const LINES: StreamFormat = {
  contentType: 'application/x-ndjson',
  frame: (json) => `${json}\n`,
  end: () => '',
  toJson: (value) => JSON.stringify(value),
}

const DONE = { complete: 'stop', length: 'length', blocked: 'stop' } as const
const CREATED_AT = '2026-11-25T00:00:00.000Z'

/** https://github.com/ollama/ollama/blob/main/docs/api.md */
export const OLLAMA: Dialect = {
  format: LINES,
  recognise: ({ method, path, body }) => {
    const model = textFieldOf(body, 'model')
    if (method === 'POST' && path === '/api/chat' && model !== undefined) return { for: 'answer', model }
    if (method === 'POST' && path === '/api/show' && model !== undefined) return { for: 'model', model }
    return method === 'GET' && path === '/api/tags' ? { for: 'models' } : undefined
  },
  hasKey: () => true,
  complaint: (body) => (lacksMessages(body) ? 'messages is required' : undefined),
  chunks: (said, { model }) => {
    const { thoughts, texts, ending, usage } = cutSaid(said)
    const stamp = { model, created_at: CREATED_AT }
    const message = (words: object) => ({ ...stamp, message: { role: 'assistant', ...words }, done: false })
    return [
      ...thoughts.map((thinking) => ({ json: message({ content: '', thinking }), thought: thinking })),
      ...texts.map((content) => ({ json: message({ content }), text: content })),
      {
        json: {
          ...message({ content: '' }),
          done_reason: DONE[ending],
          done: true,
          total_duration: 1_000_000,
          prompt_eval_count: usage.input,
          eval_count: usage.output,
        },
      },
    ]
  },
  failure: (status, message) => ({ error: message ?? FAILURES[status] ?? 'an error was encountered' }),
  models: (names) => ({
    models: names.map((name) => ({
      name,
      model: name,
      details: { family: 'emulated', parameter_size: '4B' },
    })),
  }),
  model: () => ({
    model_info: { 'general.architecture': 'emulated', 'emulated.context_length': 32_768 },
    capabilities: ['completion', 'vision', 'thinking'],
  }),
}

const FAILURES: Readonly<Record<number, string>> = {
  404: "model 'emulated' not found",
  503: 'server busy, please try again. maximum pending requests exceeded',
}
