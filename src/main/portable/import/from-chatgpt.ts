import { z } from 'zod'

import type { ReplyProgress } from '#shared/message'

import type { ForeignConversation, ForeignMessage } from './tree-rows'
import { toMilliseconds } from './tree-rows'
import { walkTree } from './walk-tree'

const time = z.number().nullish()

const contentSchema = z.looseObject({
  content_type: z.string(),
  parts: z.array(z.unknown()).optional(),
  text: z.string().nullish(),
  language: z.string().nullish(),
  thoughts: z
    .array(z.looseObject({ summary: z.string().nullish(), content: z.string().nullish() }))
    .optional(),
})

const messageSchema = z.looseObject({
  id: z.string().optional(),
  author: z.looseObject({ role: z.string() }),
  create_time: time,
  content: contentSchema.nullish(),
  recipient: z.string().nullish(),
  metadata: z
    .looseObject({
      model_slug: z.string().nullish(),
      is_visually_hidden_from_conversation: z.boolean().nullish(),
      finish_details: z.looseObject({ type: z.string().optional() }).nullish(),
    })
    .nullish(),
})

/** A conversation of `conversations.json`, as far as it is read. */
export const chatGptSchema = z.looseObject({
  id: z.string().optional(),
  conversation_id: z.string().optional(),
  title: z.string().nullish(),
  create_time: time,
  update_time: time,
  current_node: z.string().nullish(),
  is_archived: z.boolean().nullish(),
  is_starred: z.boolean().nullish(),
  pinned_time: time,
  mapping: z.record(
    z.string(),
    z.looseObject({
      parent: z.string().nullish(),
      children: z.array(z.string()).default([]),
      message: messageSchema.nullish(),
    }),
  ),
})

type ChatGptMessage = z.infer<typeof messageSchema>

/**
 * A conversation of ChatGPT. Only what was said is kept: system messages, calls of tools and their results, and whatever
 * ChatGPT itself hides, are passed over, and what followed them hangs on what came before them.
 */
export function fromChatGpt(source: z.infer<typeof chatGptSchema>): ForeignConversation {
  const createdAt = toMilliseconds(source.create_time, 0)
  const nodes = new Map(Object.entries(source.mapping).map(([id, node]) => [id, { ...node, id }]))
  /** The nearest message that is kept, at each node or above it. */
  const keptAt = new Map<string, string>()
  const thoughtAt = new Map<string, string>()
  const messages: ForeignMessage[] = []
  let attachments = 0

  for (const { id, parent, message } of walkTree(nodes)) {
    const above = parent ?? ''
    const parentId = keptAt.get(above)
    const thought = thoughtAt.get(above) ?? ''
    const said = message === null || message === undefined ? undefined : toSaid(message)
    attachments += said?.attachments ?? 0
    if (said?.thought !== undefined) thoughtAt.set(id, join(thought, said.thought))
    else if (said === undefined || said.text === '') thoughtAt.set(id, thought)
    if (message === null || message === undefined || said === undefined || said.text === '') {
      if (parentId !== undefined) keptAt.set(id, parentId)
      continue
    }
    messages.push({
      id: message.id ?? id,
      parentId,
      text: said.text,
      createdAt: toMilliseconds(message.create_time, createdAt),
      ...(message.author.role === 'user' ? { role: 'user' } : { role: 'assistant', thought }),
      modelId: `openai/${message.metadata?.model_slug ?? 'unknown'}`,
      progress: toProgress(message),
    })
    keptAt.set(id, message.id ?? id)
  }

  return {
    id: source.conversation_id ?? source.id ?? messages[0]?.id ?? '',
    title: source.title ?? '',
    createdAt,
    updatedAt: toMilliseconds(source.update_time, createdAt),
    leafId: keptAt.get(source.current_node ?? ''),
    isArchived: source.is_archived === true,
    isPinned: source.is_starred === true || typeof source.pinned_time === 'number',
    messages,
    attachments,
  }
}

interface Said {
  readonly text: string
  /** What the model said to itself; belongs to the reply below. */
  readonly thought?: string
  readonly attachments: number
}

function toSaid({ author, content, recipient, metadata }: ChatGptMessage): Said | undefined {
  if (author.role !== 'user' && author.role !== 'assistant') return undefined
  if (metadata?.is_visually_hidden_from_conversation === true) return undefined
  if (content === null || content === undefined) return undefined
  if (content.content_type === 'thoughts') return { text: '', thought: thoughtsOf(content), attachments: 0 }
  if (recipient !== null && recipient !== undefined && recipient !== 'all') return undefined
  if (content.content_type === 'code') return { text: fence(content), attachments: 0 }
  if (content.content_type !== 'text' && content.content_type !== 'multimodal_text') return undefined
  const { parts = [] } = content
  const texts = parts.flatMap((part) => textOf(part) ?? [])
  return { text: texts.join('\n\n').trim(), attachments: parts.length - texts.length }
}

/** A part is a string, or a transcript of what was spoken; everything else is an image or a file. */
function textOf(part: unknown): string | undefined {
  if (typeof part === 'string') return part
  const isSpoken = typeof part === 'object' && part !== null && 'text' in part
  return isSpoken && typeof part.text === 'string' ? part.text : undefined
}

function thoughtsOf({ thoughts = [] }: z.infer<typeof contentSchema>): string {
  return thoughts
    .map(({ summary, content }) => join(summary ? `**${summary}**` : '', content ?? ''))
    .reduce(join, '')
}

function fence({ text, language }: z.infer<typeof contentSchema>): string {
  if (!text) return ''
  return `\`\`\`${language && language !== 'unknown' ? language : ''}\n${text}\n\`\`\``
}

function join(before: string, after: string): string {
  return before === '' || after === '' ? before + after : `${before}\n\n${after}`
}

function toProgress({ metadata }: ChatGptMessage): ReplyProgress {
  const finish = metadata?.finish_details?.type
  if (finish === 'max_tokens') return { status: 'ended', reason: 'length' }
  return { status: 'ended', reason: finish === 'interrupted' ? 'stopped' : 'complete' }
}
