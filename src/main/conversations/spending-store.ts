import type { Usage } from '#shared/message'
import { isOffline } from '#shared/offline-providers'
import type { ModelSpending } from '#shared/spending'

import type { Database, SqlValue } from './connect'
import type { Clock } from './conversation-store'
import { isRefusedByDisk } from './is-refused-by-disk'

/** What requests took. Those of replies are noted by SQLite itself, when a reply ends. */
export interface SpendingStore {
  /** By model, from that time on, in milliseconds since the epoch. */
  since(time: number): readonly ModelSpending[]
  /** By model: every version of every reply, those that were deleted, and its title. */
  ofConversation(conversationId: string): readonly ModelSpending[]
  /**
   * A request that was no reply of a conversation: for a title, or by another program. What the disk refuses is written
   * the next time that anything is noted or read.
   */
  note(request: OtherRequest): void
}

export interface OtherRequest {
  readonly conversationId?: string
  readonly modelId: string
  readonly usage: Usage
}

export function createSpendingStore(database: Database, now: Clock): SpendingStore {
  const waiting: (readonly SqlValue[])[] = []

  function write(): void {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      try {
        database.run(NOTE, row)
      } catch (cause) {
        if (!isRefusedByDisk(cause)) throw cause
        return void waiting.unshift(row)
      }
    }
  }

  function sum(sql: string, value: string | number): readonly ModelSpending[] {
    write()
    return database.all<SpendingRow>(sql, [value]).map(toSpending)
  }

  return {
    since: (time) => sum(SINCE, time),
    ofConversation: (conversationId) => [
      ...sum(OF_CONVERSATION, conversationId),
      ...sum(IMPORTED, conversationId).filter(({ modelId }) => !isOffline(modelId)),
    ],
    note: ({ conversationId, modelId, usage }) => {
      const { input, output, thought = 0, cached = 0, isEstimate = false } = usage
      const tokens = [input, output, thought, cached]
      waiting.push([now(), conversationId ?? null, modelId, ...tokens, isEstimate ? 1 : 0])
      write()
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

const sumOf = (rows: string): string => `
  SELECT
    model_id AS modelId, count(*) AS requests, sum(input) AS input, sum(output) AS output, sum(thought) AS thought,
    sum(cached) AS cached, max(is_estimate) AS isEstimate
  FROM ${rows} GROUP BY model_id`

const SINCE = sumOf('spending WHERE at >= ?')

const OF_CONVERSATION = sumOf('spending WHERE conversation_id = ?')

/** Replies that were asked for somewhere else: they belong to the conversation, though not to this computer's account. */
const IMPORTED = sumOf(`(
  SELECT
    model_id, coalesce(usage ->> 'input', 0) AS input, coalesce(usage ->> 'output', 0) AS output,
    coalesce(usage ->> 'thought', 0) AS thought, coalesce(usage ->> 'cached', 0) AS cached,
    coalesce(usage ->> 'isEstimate', 0) AS is_estimate
  FROM messages
  WHERE conversation_id = ? AND role = 'assistant' AND json_valid(usage)
    AND NOT EXISTS (SELECT 1 FROM spending WHERE reply_id = messages.id)
)`)

const NOTE = `
  INSERT INTO spending (at, conversation_id, model_id, input, output, thought, cached, is_estimate)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
