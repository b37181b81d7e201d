import type { ReplyProgress, Usage } from '#shared/message'

import { toStorable } from '../../conversations/message-row'
import { type ImportRecord, problem, row } from './import-record'
import { toUuid } from './to-uuid'

/** A conversation of another app, as far as this one can keep it. */
export interface ForeignConversation {
  /** The app's own id, and the app's name where ids are not unique in the world. */
  readonly id: string
  readonly title: string
  readonly createdAt: number
  readonly updatedAt: number
  readonly leafId: string | undefined
  readonly isPinned?: boolean
  readonly isArchived?: boolean
  /** Each after the one that it follows. */
  readonly messages: readonly ForeignMessage[]
  /** Images and files that are left behind. */
  readonly attachments: number
}

export interface ForeignMessage {
  readonly id: string
  readonly parentId: string | undefined
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly thought?: string
  readonly modelId?: string
  readonly progress?: ReplyProgress
  readonly usage?: Usage
  readonly createdAt: number
}

const COMPLETE: ReplyProgress = { status: 'ended', reason: 'complete' }

/** The same conversation in the rows of this app. */
export function* treeRows(conversation: ForeignConversation, place: string): Generator<ImportRecord, void> {
  const { title, createdAt, updatedAt, leafId, messages, attachments } = conversation
  if (messages.length === 0) return yield problem(place, 'no-messages', title)
  const id = toUuid(conversation.id)
  const fields = { id, title: toStorable(title), titleSource: 'user', createdAt, updatedAt }
  const marks = {
    leafId: toUuid(leafId ?? messages.at(-1)?.id ?? ''),
    pinnedAt: conversation.isPinned === true ? updatedAt : null,
    archivedAt: conversation.isArchived === true ? updatedAt : null,
  }
  yield row('conversation', { ...fields, ...marks }, place)
  for (const message of messages) yield row('message', toFields(message, id), place)
  if (attachments > 0) yield problem(place, 'attachments', `${title} (${attachments})`)
}

function toFields(message: ForeignMessage, conversationId: string): Readonly<Record<string, unknown>> {
  const { role, text, thought = '', modelId = 'unknown/unknown', createdAt } = message
  const node = {
    id: toUuid(message.id),
    conversationId,
    parentId: message.parentId === undefined ? null : toUuid(message.parentId),
    ...{ role, text: toStorable(text), thought: '', createdAt },
  }
  if (role === 'user') return node
  const { progress = COMPLETE, usage } = message
  return { ...node, thought: toStorable(thought), modelId, progress, usage, endedAt: createdAt }
}

/** Milliseconds since the epoch, whether an app counts seconds, milliseconds, micro- or nanoseconds. */
export function toMilliseconds(time: number | null | undefined, otherwise: number): number {
  if (time === null || time === undefined || !Number.isFinite(time) || time <= 0) return otherwise
  if (time < 1e11) return Math.round(time * 1_000)
  if (time < 1e14) return Math.round(time)
  return Math.round(time < 1e17 ? time / 1e3 : time / 1e6)
}
