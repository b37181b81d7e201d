import { z } from 'zod'

import type { ReplyProgress, Usage } from '#shared/message'

import { type ForeignConversation, type ForeignMessage, toMilliseconds } from './tree-rows'
import { walkTree } from './walk-tree'

const messageSchema = z.looseObject({
  id: z.string(),
  parentId: z.string().nullish(),
  childrenIds: z.array(z.string()).default([]),
  role: z.string(),
  content: z.string().default(''),
  timestamp: z.number().nullish(),
  model: z.string().nullish(),
  files: z.array(z.unknown()).nullish(),
  error: z.unknown().optional(),
  usage: z
    .looseObject({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() })
    .nullish()
    .catch(undefined),
})

/** One chat of an export, as far as it is read. */
export const openWebUiSchema = z.looseObject({
  id: z.string().optional(),
  title: z.string().nullish(),
  created_at: z.number().nullish(),
  updated_at: z.number().nullish(),
  archived: z.boolean().nullish(),
  pinned: z.boolean().nullish(),
  chat: z.looseObject({
    id: z.string().nullish(),
    title: z.string().nullish(),
    timestamp: z.number().nullish(),
    history: z
      .looseObject({
        messages: z.record(z.string(), messageSchema),
        currentId: z.string().nullish(),
      })
      .optional(),
    messages: z.array(messageSchema).optional(),
  }),
})

type OpenWebUiMessage = z.infer<typeof messageSchema>

/** A chat of Open WebUI, with every branch of it. Old exports have only the messages that were shown. */
export function fromOpenWebUi(source: z.infer<typeof openWebUiSchema>): ForeignConversation {
  const { chat } = source
  const createdAt = toMilliseconds(source.created_at ?? chat.timestamp, 0)
  const listed =
    chat.history === undefined ? chained(chat.messages ?? []) : Object.values(chat.history.messages)
  const nodes = new Map(listed.map((message) => [message.id, toNode(message)]))
  const keptAt = new Map<string, string>()
  const messages: ForeignMessage[] = []
  for (const { id, parent, message } of walkTree(nodes)) {
    const parentId = keptAt.get(parent ?? '')
    const one = toMessage(message, parentId, createdAt)
    if (one !== undefined) messages.push(one)
    const kept = one?.id ?? parentId
    if (kept !== undefined) keptAt.set(id, kept)
  }
  return {
    id: source.id ?? chat.id ?? messages[0]?.id ?? '',
    title: source.title ?? chat.title ?? '',
    createdAt,
    updatedAt: toMilliseconds(source.updated_at, createdAt),
    leafId: keptAt.get(chat.history?.currentId ?? ''),
    isPinned: source.pinned === true,
    isArchived: source.archived === true,
    messages,
    attachments: listed.reduce((sum, { files }) => sum + (files?.length ?? 0), 0),
  }
}

function toNode(message: OpenWebUiMessage) {
  return { id: message.id, parent: message.parentId, children: message.childrenIds, message }
}

function chained(messages: readonly OpenWebUiMessage[]): readonly OpenWebUiMessage[] {
  return messages.map((message, index) => ({
    ...message,
    parentId: message.parentId ?? messages[index - 1]?.id ?? null,
  }))
}

const REASONING =
  /<details type="reasoning"[^>]*>\s*(?:<summary>[\s\S]*?<\/summary>)?([\s\S]*?)<\/details>\s*/g

function toMessage(
  message: OpenWebUiMessage,
  parentId: string | undefined,
  otherwise: number,
): ForeignMessage | undefined {
  const { id, role, content, model, error, usage } = message
  if (role !== 'user' && role !== 'assistant') return undefined
  const thought = [...content.matchAll(REASONING)].map(([, words = '']) => unquote(words)).join('\n\n')
  const text = content.replaceAll(REASONING, '').trim()
  const hasFailed = error !== null && error !== undefined && error !== false
  if (text === '' && thought === '' && !hasFailed) return undefined
  const progress: ReplyProgress = hasFailed
    ? { status: 'failed', error: { code: 'unexpected', detail: describe(error) } }
    : { status: 'ended', reason: 'complete' }
  const node: ForeignMessage = {
    id,
    parentId,
    role,
    text,
    createdAt: toMilliseconds(message.timestamp, otherwise),
  }
  const spent = toUsage(usage)
  return {
    ...node,
    ...{ thought, modelId: `open-webui/${model ?? 'unknown'}`, progress },
    ...(spent === undefined ? {} : { usage: spent }),
  }
}

/** Thoughts are quoted line by line, and escaped as HTML is. */
function unquote(words: string): string {
  return words
    .replaceAll(/^> ?/gm, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .trim()
}

function describe(error: unknown): string {
  const isTold = typeof error === 'object' && error !== null && 'content' in error
  return isTold && typeof error.content === 'string' ? error.content : ''
}

function toUsage(usage: OpenWebUiMessage['usage']): Usage | undefined {
  if (typeof usage?.prompt_tokens !== 'number' || typeof usage.completion_tokens !== 'number')
    return undefined
  return { input: usage.prompt_tokens, output: usage.completion_tokens }
}
