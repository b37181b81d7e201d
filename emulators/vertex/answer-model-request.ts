import type { IncomingHttpHeaders } from 'node:http'

import type { Exchange } from '../wire/exchange'
import { mergeChunks, type GenerateContentChunk } from './generate-content'
import { credentialsMissing, errorForStatus, googleError } from './google-errors'
import type { ModelRequest } from './model-path'
import type { ReplyScript } from './reply-script'
import { repeats, rolesOf } from '../wire/roles'
import { EVENT_STREAM, JSON_ARRAY } from '../wire/stream-format'
import { sendJson } from '../wire/send-json'
import { streamReply } from '../wire/stream-reply'

export interface ModelRequestParts {
  readonly exchange: Exchange
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
  /** Taken only by a request that the provider would have let through. */
  readonly takeReply: () => ReplyScript
  /** The next one, left where it is: a count is refused for the reason that an answer would be. */
  readonly peekReply: () => ReplyScript
  /** Unique within the emulator; becomes the `responseId`. */
  readonly serial: number
}

/** Answers as Vertex AI does: credentials first, then the request, then what the script says. */
export async function answerModelRequest(asked: ModelRequest, parts: ModelRequestParts): Promise<void> {
  const { exchange, headers, body } = parts
  if (!hasCredentials(asked, headers)) {
    const challenge = { 'www-authenticate': 'Bearer realm="https://accounts.google.com/"' }
    const rpc = `${asked.method[0]?.toUpperCase()}${asked.method.slice(1)}`
    return sendFailure(asked, exchange, { status: 401, headers: challenge, body: credentialsMissing(rpc) })
  }
  if (!hasContents(body)) {
    const message = 'Unable to submit request because at least one contents field is required.'
    return sendFailure(asked, exchange, { status: 400, body: googleError(400, { message }) })
  }
  const roles = rolesOf(body, 'contents')
  if (roles[0] === 'model' || repeats(roles)) {
    const message =
      'Please ensure that requests of several turns alternate between user and model, beginning with user.'
    return sendFailure(asked, exchange, { status: 400, body: googleError(400, { message }) })
  }
  if (asked.method === 'countTokens') {
    const refusal = parts.peekReply().fault
    if (refusal?.kind === 'status') return sendFailure(asked, exchange, refusal)
    return sendJson(exchange, { status: 200, body: countTokens(body) })
  }

  const { fault, ...script } = parts.takeReply()
  if (fault?.kind === 'status') return sendFailure(asked, exchange, fault)
  const chunks = stampChunks(script.chunks, { model: asked.address.model, serial: parts.serial })
  if (asked.method === 'generateContent')
    return sendJson(exchange, { status: 200, body: mergeChunks(chunks) })
  const format = asked.wantsEvents ? EVENT_STREAM : JSON_ARRAY
  const reply = { ...script, chunks, ...(fault ? { fault } : {}) }
  return streamReply(reply, {
    exchange,
    format,
    failure: (status) => errorForStatus(status, asked.address),
  })
}

/** Where the array form was asked for, the provider wraps even its refusal in an array. */
function sendFailure(
  asked: ModelRequest,
  exchange: Exchange,
  answer: {
    readonly status: number
    readonly body?: unknown
    readonly headers?: Readonly<Record<string, string>>
  },
): void {
  const body = answer.body ?? errorForStatus(answer.status, asked.address)
  const isInArray = asked.method === 'streamGenerateContent' && !asked.wantsEvents && typeof body === 'object'
  sendJson(exchange, { ...answer, body: isInArray ? [body] : body })
}

function hasCredentials({ apiKey }: ModelRequest, headers: IncomingHttpHeaders): boolean {
  return Boolean(apiKey ?? headers['x-goog-api-key']) || /^Bearer \S/.test(headers.authorization ?? '')
}

function hasContents(body: unknown): body is { readonly contents: readonly unknown[] } {
  if (typeof body !== 'object' || body === null || !('contents' in body)) return false
  return Array.isArray(body.contents) && body.contents.length > 0
}

/** What the provider writes at the end of every chunk, unless the script wrote it. */
function stampChunks(
  chunks: readonly GenerateContentChunk[],
  { model, serial }: { readonly model: string; readonly serial: number },
): readonly GenerateContentChunk[] {
  const createTime = new Date().toISOString()
  const stamp = { modelVersion: model, createTime, responseId: `emulator-response-${serial}` }
  return chunks.map((chunk) => ({ ...chunk, ...stamp, ...chunk }))
}

/** Four characters a token: wrong for every tokenizer, and near enough for a wire protocol. */
function countTokens(body: { readonly contents: readonly unknown[] }): unknown {
  const characters = JSON.stringify(body.contents).length
  return { totalTokens: Math.ceil(characters / 4), totalBillableCharacters: characters }
}
