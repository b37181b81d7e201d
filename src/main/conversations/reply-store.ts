import type { Arrival } from '#shared/arrival'
import { isCut } from '#shared/is-cut'
import type { Reply, ReplyDetails, ReplyProgress, Usage } from '#shared/message'

import { decodeArrivals } from './arrivals'
import type { Database } from './connect'
import type { Clock } from './conversation-store'
import { MESSAGE_COLUMNS, type MessageRow, toFacts, toMessage, toStorable } from './message-row'

/** What came of a running reply since the last write. */
export interface ReplySegment {
  readonly replyId: string
  readonly text: string
  readonly thought: string
  readonly usage: Usage | undefined
  readonly details: ReplyDetails | undefined
  /** Encoded on from the segment before. */
  readonly arrivals: Uint8Array
}

/** Replies while they stream in, and how they ended. Appends, so that a long reply is not written again and again. */
export interface ReplyStore {
  /** Puts a segment behind those before. */
  keep(segment: ReplySegment): void
  /** Writes an ended reply whole, to the disk itself, in the place of its segments. */
  finish(reply: Reply, arrivals: Uint8Array): void
  /**
   * Takes the end of a reply away that was cut; what is kept next comes behind what it has. Throws when it was not cut.
   * The leaf of its conversation stays.
   */
  resume(replyId: string): ResumedReply
  /** Replies without an end, with every word that was kept. */
  unfinished(): readonly KeptReply[]
  /** When each chunk of an ended reply came. */
  arrivals(replyId: string): readonly Arrival[]
}

export interface KeptReply {
  readonly reply: Reply
  readonly arrivals: Uint8Array
}

export interface ResumedReply extends KeptReply {
  /** Milliseconds since it was first asked for, by the clock on the wall: negative when that was set back. */
  readonly ageMs: number
}

export function createReplyStore(database: Database, now: Clock): ReplyStore {
  function keep({ replyId, text, thought, usage, details, arrivals }: ReplySegment): void {
    const words = [toStorable(text), toStorable(thought)]
    const values = [replyId, ...words, toJson(usage), toJson(details), arrivals]
    database.transact(() => database.run(ADD_SEGMENT, values))
  }

  function finish(reply: Reply, arrivals: Uint8Array): void {
    const { id, text, thought, progress, usage, details } = reply
    database.transact(() => {
      const words = [toStorable(text), toStorable(thought)]
      const values = [...words, JSON.stringify(progress), toJson(usage), toJson(details), now()]
      const changed = database.run(FINISH, [...values, id])
      if (changed !== 1) throw new Error(`no running reply ${id}`)
      database.run(SET_ARRIVALS, [id, arrivals])
      database.run('DELETE FROM reply_segments WHERE reply_id = ?', [id])
    }, 'full')
  }

  function resume(replyId: string): ResumedReply {
    return database.transact(() => {
      const reply = select('id = ?', [replyId])[0]
      if (reply === undefined || !isCut(reply)) throw new Error(`reply ${replyId} was not cut`)
      const progress: ReplyProgress = { status: 'waiting' }
      const at = now()
      database.run(RESUME, [JSON.stringify(progress), replyId])
      database.run(TOUCH, [at, replyId])
      return {
        reply: { ...reply, progress },
        arrivals: encodedArrivals(replyId),
        ageMs: at - reply.createdAt,
      }
    })
  }

  function unfinished(): readonly KeptReply[] {
    return select('ended_at IS NULL').map(withSegments)
  }

  function select(condition: string, values: readonly string[] = []): readonly Reply[] {
    const sql = `SELECT ${MESSAGE_COLUMNS} FROM messages WHERE role = 'assistant' AND ${condition} ORDER BY ordinal`
    const messages = database.all<MessageRow>(sql, values).map(toMessage)
    return messages.filter((message) => message.role === 'assistant')
  }

  function withSegments(reply: Reply): KeptReply {
    const segments = database.all<SegmentRow>(SEGMENTS, [reply.id])
    const usage = segments.findLast((segment) => segment.usage !== null)?.usage ?? null
    const details = segments.findLast((segment) => segment.details !== null)?.details ?? null
    return {
      reply: {
        ...reply,
        text: reply.text + segments.map((segment) => segment.text).join(''),
        thought: reply.thought + segments.map((segment) => segment.thought).join(''),
        ...toFacts({ usage, details }),
      },
      arrivals: Buffer.concat([
        encodedArrivals(reply.id),
        ...segments.map((segment) => new Uint8Array(segment.arrivals)),
      ]),
    }
  }

  function encodedArrivals(replyId: string): Uint8Array {
    const sql = 'SELECT arrivals FROM reply_arrivals WHERE reply_id = ?'
    const found = database.all<Pick<SegmentRow, 'arrivals'>>(sql, [replyId])[0]
    return found === undefined ? new Uint8Array() : new Uint8Array(found.arrivals)
  }

  const arrivals = (replyId: string): readonly Arrival[] => decodeArrivals(encodedArrivals(replyId))

  return { keep, finish, resume, unfinished, arrivals }
}

function toJson(facts: Usage | ReplyDetails | undefined): string | null {
  return facts === undefined ? null : JSON.stringify(facts)
}

interface SegmentRow {
  readonly text: string
  readonly thought: string
  readonly usage: string | null
  readonly details: string | null
  readonly arrivals: ArrayBuffer
}

const ADD_SEGMENT =
  'INSERT INTO reply_segments (reply_id, text, thought, usage, details, arrivals) VALUES (?, ?, ?, ?, ?, ?)'

const FINISH = `
  UPDATE messages SET text = ?, thought = ?, progress = ?, usage = ?, details = ?, ended_at = ?
  WHERE id = ? AND role = 'assistant' AND ended_at IS NULL`

const SET_ARRIVALS = `
  INSERT INTO reply_arrivals (reply_id, arrivals) VALUES (?, ?)
  ON CONFLICT (reply_id) DO UPDATE SET arrivals = excluded.arrivals`

const RESUME = 'UPDATE messages SET progress = ?, ended_at = NULL WHERE id = ?'

const TOUCH = `
  UPDATE conversations SET updated_at = ?
  WHERE id = (SELECT conversation_id FROM messages WHERE id = ?)`

const SEGMENTS = `
  SELECT text, thought, usage, details, arrivals FROM reply_segments
  WHERE reply_id = ? ORDER BY ordinal`
