import type { Usage } from '#shared/message'
import type { ModelSpending } from '#shared/spending'

import type { Database } from './connect'
import type { Clock } from './conversation-store'

/** What requests took. Those of replies are noted by SQLite itself, when a reply ends. */
export interface SpendingStore {
  /** By model, from that time on, in milliseconds since the epoch. */
  since(time: number): readonly ModelSpending[]
  /** By model: every version of every reply, those that were deleted, and its title. */
  ofConversation(conversationId: string): readonly ModelSpending[]
  /** A request that was no reply of a conversation: for a title, or by another program. */
  note(request: OtherRequest): void
}

export interface OtherRequest {
  readonly conversationId?: string
  readonly modelId: string
  readonly usage: Usage
}

export function createSpendingStore(database: Database, now: Clock): SpendingStore {
  const sum = (condition: string, value: string | number): readonly ModelSpending[] =>
    database.all<SpendingRow>(`${SUM} WHERE ${condition} GROUP BY model_id`, [value]).map(toSpending)

  return {
    since: (time) => sum('at >= ?', time),
    ofConversation: (conversationId) => [
      ...sum('conversation_id = ?', conversationId),
      ...database.all<SpendingRow>(IMPORTED, [conversationId]).map(toSpending),
    ],
    note: ({ conversationId, modelId, usage }) => {
      const { input, output, thought = 0, cached = 0, isEstimate = false } = usage
      const tokens = [input, output, thought, cached]
      database.run(NOTE, [now(), conversationId ?? null, modelId, ...tokens, isEstimate ? 1 : 0])
    },
  }
}

interface SpendingRow {
  readonly modelId: string
  readonly requests: number
  readonly input: number
  readonly output: number
  readonly thought: number
  readonly cached: number
  readonly isEstimate: 0 | 1
}

function toSpending({ isEstimate, ...row }: SpendingRow): ModelSpending {
  return { ...row, isEstimate: isEstimate === 1 }
}

const SUM = `
  SELECT
    model_id AS modelId, count(*) AS requests, sum(input) AS input, sum(output) AS output, sum(thought) AS thought,
    sum(cached) AS cached, max(is_estimate) AS isEstimate
  FROM spending`

/** Replies that were asked for somewhere else: they belong to the conversation, though not to this computer's account. */
const IMPORTED = `
  SELECT
    model_id AS modelId, count(*) AS requests, sum(coalesce(usage ->> 'input', 0)) AS input,
    sum(coalesce(usage ->> 'output', 0)) AS output, sum(coalesce(usage ->> 'thought', 0)) AS thought,
    sum(coalesce(usage ->> 'cached', 0)) AS cached, max(coalesce(usage ->> 'isEstimate', 0)) AS isEstimate
  FROM messages
  WHERE conversation_id = ? AND role = 'assistant' AND json_valid(usage)
    AND model_id NOT LIKE 'demo/%' AND model_id NOT LIKE 'recording/%'
    AND NOT EXISTS (SELECT 1 FROM spending WHERE reply_id = messages.id)
  GROUP BY model_id`

const NOTE = `
  INSERT INTO spending (at, conversation_id, model_id, input, output, thought, cached, is_estimate)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
