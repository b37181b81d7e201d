import { fieldOf } from './dialect'
import { cutSaid, type Said, type SpokenChunk } from './said'

/** `/responses` has an `input` where chat completions have `messages`. */
export function isResponsesRequest(body: unknown): boolean {
  return fieldOf(body, 'input') !== undefined
}

/** https://platform.openai.com/docs/api-reference/responses-streaming */
export function respond(said: Said, model: string): readonly SpokenChunk[] {
  const { thoughts, texts, ending, usage } = cutSaid(said)
  const { input, output, thought = 0, cached = 0 } = usage
  const response = { id: 'resp_emulator', object: 'response', model, output: [] }
  const [reasoningId, messageId] = ['rs_emulator', 'msg_emulator']
  const content = [{ type: 'output_text', text: texts.join(''), annotations: [] }]
  const details = { length: 'max_output_tokens', blocked: 'content_filter', complete: undefined }[ending]
  const ended = {
    ...response,
    status: details === undefined ? 'completed' : 'incomplete',
    incomplete_details: details === undefined ? null : { reason: details },
    output: [{ type: 'message', id: messageId, role: 'assistant', status: 'completed', content }],
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: thought },
      total_tokens: input + output,
    },
  }
  const added = (item: object, output_index: number) => ({
    json: { type: 'response.output_item.added', output_index, item },
  })
  const ofThought = { item_id: reasoningId, output_index: 0, summary_index: 0 }
  const ofText = { item_id: messageId, output_index: 1, content_index: 0 }
  return [
    { json: { type: 'response.created', response: { ...response, status: 'in_progress' } } },
    ...(thoughts.length > 0 ? [added({ type: 'reasoning', id: reasoningId, summary: [] }, 0)] : []),
    ...thoughts.map((delta) => ({
      json: { type: 'response.reasoning_summary_text.delta', ...ofThought, delta },
      thought: delta,
    })),
    added({ type: 'message', id: messageId, role: 'assistant', status: 'in_progress', content: [] }, 1),
    ...texts.map((delta) => ({
      json: { type: 'response.output_text.delta', ...ofText, delta },
      text: delta,
    })),
    { json: { type: details === undefined ? 'response.completed' : 'response.incomplete', response: ended } },
  ]
}
