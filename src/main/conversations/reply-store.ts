import type { Reply, Usage } from '#shared/message'

import { type Arrival, decodeArrivals } from './arrivals'
import type { Database } from './connect'
import type { Clock } from './conversation-store'
import { MESSAGE_COLUMNS, type MessageRow, toMessage, toStorable } from './message-row'

/** What came of a running reply since the last write. */
export interface ReplySegment {
  readonly replyId: string
  readonly text: string
  readonly thought: string
  readonly usage: Usage | undefined
  /** Encoded on from the segment before. */
  readonly arrivals: Uint8Array
}

/** Replies while they stream in, and how they ended. Appends, so that a long reply is not written again and again. */
export interface ReplyStore {
  /** In one transaction. */
  keep(segments: readonly ReplySegment[]): void
  /** Writes an ended reply whole, to the disk itself, in the place of its segments. */
  finish(reply: Reply, arrivals: Uint8Array): void
  /** Replies without an end, with every word that was kept. */
  unfinished(): readonly KeptReply[]
  /** When each chunk of an ended reply came. */
  arrivals(replyId: string): readonly Arrival[]
}

export interface KeptReply {
  readonly reply: Reply
  readonly arrivals: Uint8Array
}

export function createReplyStore(database: Database, now: Clock): ReplyStore {
  function keep(segments: readonly ReplySegment[]): void {
    database.transact(() => {
      for (const { replyId, text, thought, usage, arrivals } of segments) {
        const values = [toStorable(text), toStorable(thought), toJson(usage), arrivals]
        database.run(ADD_SEGMENT, [replyId, ...values])
      }
    })
  }

  function finish(reply: Reply, arrivals: Uint8Array): void {
    const { id, text, thought, progress, usage } = reply
    database.transact(() => {
      const values = [toStorable(text), toStorable(thought), JSON.stringify(progress), toJson(usage), now()]
      const changed = database.run(FINISH, [...values, id])
      if (changed !== 1) throw new Error(`no running reply ${id}`)
      database.run('INSERT INTO reply_arrivals (reply_id, arrivals) VALUES (?, ?)', [id, arrivals])
      database.run('DELETE FROM reply_segments WHERE reply_id = ?', [id])
    }, 'full')
  }

  function unfinished(): readonly KeptReply[] {
    return database
      .all<MessageRow>(UNFINISHED)
      .map(toMessage)
      .filter((message) => message.role === 'assistant')
      .map(withSegments)
  }

  function withSegments(reply: Reply): KeptReply {
    const segments = database.all<SegmentRow>(SEGMENTS, [reply.id])
    const usage = segments.findLast((segment) => segment.usage !== null)?.usage ?? null
    return {
      reply: {
        ...reply,
        text: segments.map((segment) => segment.text).join(''),
        thought: segments.map((segment) => segment.thought).join(''),
        ...(usage === null ? {} : { usage: JSON.parse(usage) as Usage }),
      },
      arrivals: Buffer.concat(segments.map((segment) => new Uint8Array(segment.arrivals))),
    }
  }

  function arrivals(replyId: string): readonly Arrival[] {
    const sql = 'SELECT arrivals FROM reply_arrivals WHERE reply_id = ?'
    const found = database.all<{ arrivals: ArrayBuffer }>(sql, [replyId])[0]
    return found === undefined ? [] : decodeArrivals(new Uint8Array(found.arrivals))
  }

  return { keep, finish, unfinished, arrivals }
}

function toJson(usage: Usage | undefined): string | null {
  return usage === undefined ? null : JSON.stringify(usage)
}

interface SegmentRow {
  readonly text: string
  readonly thought: string
  readonly usage: string | null
  readonly arrivals: ArrayBuffer
}

const ADD_SEGMENT =
  'INSERT INTO reply_segments (reply_id, text, thought, usage, arrivals) VALUES (?, ?, ?, ?, ?)'

const FINISH = `
  UPDATE messages SET text = ?, thought = ?, progress = ?, usage = ?, ended_at = ?
  WHERE id = ? AND role = 'assistant' AND ended_at IS NULL`

const UNFINISHED = `
  SELECT ${MESSAGE_COLUMNS} FROM messages
  WHERE role = 'assistant' AND ended_at IS NULL ORDER BY ordinal`

const SEGMENTS =
  'SELECT text, thought, usage, arrivals FROM reply_segments WHERE reply_id = ? ORDER BY ordinal'
