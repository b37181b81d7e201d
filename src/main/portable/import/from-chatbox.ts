import { z } from 'zod'

import type { ReplyProgress } from '#shared/message'

import { type ForeignConversation, type ForeignMessage, toMilliseconds } from './tree-rows'

const messageSchema = z.looseObject({
  id: z.string(),
  role: z.string(),
  content: z.string().optional(),
  contentParts: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).optional(),
  reasoningContent: z.string().nullish(),
  model: z.string().nullish(),
  aiProvider: z.string().nullish(),
  error: z.string().nullish(),
  timestamp: z.number().nullish(),
  files: z.array(z.unknown()).nullish(),
  pictures: z.array(z.unknown()).nullish(),
})

const messagesSchema = z.array(messageSchema)

/** A value under `session:…`, as far as it is read. */
export const chatboxSchema = z.looseObject({
  id: z.string(),
  name: z.string().default(''),
  starred: z.boolean().nullish(),
  messages: messagesSchema.default([]),
  threads: z
    .array(
      z.looseObject({
        id: z.string(),
        name: z.string().default(''),
        messages: messagesSchema.default([]),
        createdAt: z.number().nullish(),
      }),
    )
    .nullish(),
  /** What else was said after a message, by its id; the branch that is shown stands in `messages`. */
  messageForksHash: z
    .record(z.string(), z.looseObject({ lists: z.array(z.looseObject({ messages: messagesSchema })) }))
    .nullish(),
})

type ChatboxSession = z.infer<typeof chatboxSchema>
type ChatboxMessage = z.infer<typeof messageSchema>

/** A session of Chatbox, and each older thread in it as a conversation of its own. */
export function fromChatbox(session: ChatboxSession): readonly ForeignConversation[] {
  const { id, name, threads, messageForksHash, starred } = session
  const forks = new Map(Object.entries(messageForksHash ?? {}))
  const older = (threads ?? []).map((thread) =>
    toConversation({
      id: thread.id,
      title: thread.name || name,
      messages: thread.messages,
      forks: new Map(),
    }),
  )
  const now = toConversation({ id, title: name, messages: session.messages, forks })
  // A session that was only ever threads has nothing of its own to show.
  return [...older, ...(now.messages.length > 0 || older.length === 0 ? [now] : [])].map((one) => ({
    ...one,
    isPinned: starred === true,
  }))
}

interface Chain {
  readonly id: string
  readonly title: string
  readonly messages: readonly ChatboxMessage[]
  readonly forks: ReadonlyMap<string, { readonly lists: readonly { messages: readonly ChatboxMessage[] }[] }>
}

function toConversation({ id, title, messages, forks }: Chain): ForeignConversation {
  const kept: ForeignMessage[] = []
  const seen = new Set<string>()

  function follow(chain: readonly ChatboxMessage[], above: string | undefined): string | undefined {
    let parentId = above
    for (const message of chain) {
      if (seen.has(message.id)) continue
      seen.add(message.id)
      const one = toMessage(message, parentId)
      if (one !== undefined) {
        kept.push(one)
        parentId = one.id
      }
      for (const { messages: branch } of forks.get(message.id)?.lists ?? []) follow(branch, parentId)
    }
    return parentId
  }

  const leafId = follow(messages, undefined)
  const times = kept.map(({ createdAt }) => createdAt).filter((at) => at > 0)
  return {
    ...{ id, title, leafId, messages: kept },
    createdAt: times.reduce((first, at) => Math.min(first, at), times[0] ?? 0),
    updatedAt: times.reduce((last, at) => Math.max(last, at), 0),
    attachments: messages.reduce((sum, message) => sum + attachmentsOf(message), 0),
  }
}

function toMessage(message: ChatboxMessage, parentId: string | undefined): ForeignMessage | undefined {
  const { id, role, error, contentParts = [], reasoningContent, aiProvider, model } = message
  const partsOf = (type: string): string =>
    contentParts.flatMap((part) => (part.type === type && part.text ? [part.text] : [])).join('\n\n')
  const text = partsOf('text') || (message.content ?? '')
  if ((role !== 'user' && role !== 'assistant') || (text === '' && !error)) return undefined
  const progress: ReplyProgress = error
    ? { status: 'failed', error: { code: 'unexpected', detail: error } }
    : { status: 'ended', reason: 'complete' }
  const node: ForeignMessage = { id, parentId, role, text, createdAt: toMilliseconds(message.timestamp, 0) }
  const modelId = `${aiProvider ?? 'chatbox'}/${model ?? 'unknown'}`
  return { ...node, thought: partsOf('reasoning') || (reasoningContent ?? ''), modelId, progress }
}

function attachmentsOf({ contentParts = [], files, pictures }: ChatboxMessage): number {
  const images = contentParts.filter(({ type }) => type === 'image').length
  return images + (files?.length ?? 0) + (pictures?.length ?? 0)
}
