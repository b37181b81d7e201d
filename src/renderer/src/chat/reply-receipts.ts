import type { Requests } from '#shared/contract'
import type { Reply } from '#shared/message'

/** Main lets four times as much be on its way, so a window that reads is never waited for. */
const UNITS_PER_RECEIPT = 64 * 1024

export interface ReplyReceipts {
  /** So much of a live reply is in the window. */
  applied(reply: Reply): void
  /** Says it now, however little is new: main may have stopped telling a window that was suspended. */
  renew(reply: Reply): void
}

/** Tells main from time to time how much of a reply (UTF-16 units) this window has read. */
export function createReplyReceipts(send: (receipt: Requests['acknowledgeReply']) => void): ReplyReceipts {
  let last = { replyId: '', units: 0 }

  function renew({ id: replyId, text, thought }: Reply): void {
    last = { replyId, units: text.length + thought.length }
    send({ replyId, read: { text: text.length, thought: thought.length } })
  }

  function applied(reply: Reply): void {
    const acknowledged = last.replyId === reply.id ? last.units : 0
    if (reply.text.length + reply.thought.length - acknowledged > UNITS_PER_RECEIPT) renew(reply)
  }

  return { applied, renew }
}
