import { randomUUID } from 'node:crypto'

import type { EndReason, Usage } from '#shared/message'

import type { Answering } from './answering'
import { askCore } from './ask-core'
import { fromAppError } from './api-error'
import type { ChatRequest } from './parse-chat'
import { COMMON_HEADERS, sendError, sendJson, write } from './sending'

/** OpenAI's words for how an answer ended. */
const FINISH_REASONS: Readonly<Record<EndReason, string>> = {
  complete: 'stop',
  stopped: 'stop',
  length: 'length',
  limit: 'length',
  blocked: 'content_filter',
}

/** `POST /v1/chat/completions`, in one piece or as server-sent events. */
export async function answerChat(answering: Answering, request: ChatRequest): Promise<void> {
  const modelId = answering.core.modelOf(request.modelId)
  answering.call.note({ modelId })
  const head = {
    id: `chatcmpl-${randomUUID()}`,
    created: Math.floor(Date.now() / 1000),
    model: request.modelId,
  }
  if (request.isStream) await stream(answering, { ...request, modelId }, head)
  else await answerWhole(answering, { ...request, modelId }, head)
}

interface Head {
  readonly id: string
  /** Seconds since the epoch. */
  readonly created: number
  readonly model: string
}

async function answerWhole({ core, call, ...sending }: Answering, request: ChatRequest, head: Head) {
  const said = { text: '', thought: '' }
  for await (const heard of askCore(core.chat, request, sending.gone)) {
    if (heard.type === 'error') return sendError(sending, fromAppError(heard.error))
    if (heard.type === 'words') {
      said[heard.kind] += heard.text
      continue
    }
    call.note({ answered: said.text.length })
    const thought = said.thought === '' ? {} : { reasoning_content: said.thought }
    sendJson(sending, {
      ...head,
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: said.text, refusal: null, ...thought },
          logprobs: null,
          finish_reason: FINISH_REASONS[heard.reason],
        },
      ],
      ...(heard.usage === undefined ? {} : { usage: toUsage(heard.usage) }),
    })
  }
}

async function stream(
  { core, call, ...sending }: Answering,
  request: ChatRequest,
  head: Head,
): Promise<void> {
  const { response } = sending
  const withUsage = request.includesUsage ? { usage: null } : {}
  const send = (data: unknown): Promise<void> => write(sending, `data: ${JSON.stringify(data)}\n\n`)
  const sendChunk = (delta: object, finishReason: string | null = null): Promise<void> =>
    send({
      ...head,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
      ...withUsage,
    })

  for await (const heard of askCore(core.chat, request, sending.gone)) {
    if (heard.type === 'error') {
      const error = fromAppError(heard.error)
      if (!response.headersSent) return sendError(sending, error)
      // OpenAI's clients take this for what it is; without a `[DONE]` nobody takes the words for the whole.
      await send(error.body)
      return void response.end()
    }
    if (!response.headersSent) {
      response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'text/event-stream' })
      await sendChunk({ role: 'assistant', content: '' })
    }
    if (heard.type === 'words') {
      await sendChunk(heard.kind === 'text' ? { content: heard.text } : { reasoning_content: heard.text })
      if (heard.kind === 'text') call.note({ answered: heard.text.length })
      continue
    }
    await sendChunk({}, FINISH_REASONS[heard.reason])
    if (request.includesUsage) {
      const usage = heard.usage === undefined ? null : toUsage(heard.usage)
      await send({ ...head, object: 'chat.completion.chunk', choices: [], usage })
    }
    response.end('data: [DONE]\n\n')
  }
}

function toUsage({ input, output, thought, cached }: Usage): object {
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    ...(cached === undefined ? {} : { prompt_tokens_details: { cached_tokens: cached } }),
    ...(thought === undefined ? {} : { completion_tokens_details: { reasoning_tokens: thought } }),
  }
}
