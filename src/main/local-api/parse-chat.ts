import { AIMessage, type BaseMessage, HumanMessage, SystemMessage } from '@langchain/core/messages'
import { z } from 'zod'

import { type ApiError, apiError } from './api-error'

const ONLY_TEXT = 'This API takes text only.'
const part = z.object({ type: z.literal('text', ONLY_TEXT), text: z.string() })
const content = z.union([z.string(), z.array(part).min(1)], ONLY_TEXT)
const message = z.object({
  role: z.enum(
    ['system', 'developer', 'user', 'assistant'],
    'The role is system, developer, user or assistant.',
  ),
  content,
})

/** Words that would change what the answer is, so that to pass over them would deceive: they are refused. */
const absent = (what: string) =>
  z.union([z.null(), z.array(z.never()).max(0), z.literal(false)], `This API has no ${what}.`).optional()

/** What OpenAI's clients send. How a model samples is decided in the app: such words are passed over. */
const chatRequest = z.object({
  model: z.string().min(1).max(200),
  messages: z.array(message).min(1).max(10_000),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
  n: z.literal(1, 'This API gives one answer.').nullish(),
  tools: absent('tools'),
  functions: absent('functions'),
  stop: absent('stop sequences'),
  logprobs: absent('log probabilities'),
  audio: absent('audio'),
  response_format: z.object({ type: z.literal('text', ONLY_TEXT) }).nullish(),
})

export interface ChatRequest {
  readonly modelId: string
  readonly messages: readonly BaseMessage[]
  readonly isStream: boolean
  readonly includesUsage: boolean
}

export function parseChat(json: unknown): ChatRequest | ApiError {
  const parsed = chatRequest.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const param = issue?.path.join('.') ?? ''
    const why = issue?.message ?? 'The request makes no sense.'
    return apiError('bad-request', param === '' ? why : `${param}: ${why}`, param === '' ? {} : { param })
  }
  const { model, messages, stream, stream_options: options } = parsed.data
  return {
    modelId: model,
    messages: toMessages(messages),
    isStream: stream ?? false,
    includesUsage: options?.include_usage ?? false,
  }
}

/** What is said to the model comes first, in one message: several providers take no other. */
function toMessages(messages: readonly z.infer<typeof message>[]): readonly BaseMessage[] {
  const isSystem = ({ role }: { readonly role: string }) => role === 'system' || role === 'developer'
  const system = messages.filter(isSystem).map(({ content }) => toText(content))
  const said = messages.filter((one) => !isSystem(one))
  return [
    ...(system.length === 0 ? [] : [new SystemMessage(system.join('\n\n'))]),
    ...said.map(({ role, content }) =>
      role === 'user' ? new HumanMessage(toText(content)) : new AIMessage(toText(content)),
    ),
  ]
}

function toText(given: z.infer<typeof content>): string {
  return typeof given === 'string' ? given : given.map(({ text }) => text).join('')
}
