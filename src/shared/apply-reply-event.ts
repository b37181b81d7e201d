import { assertNever } from './assert-never'
import { isLive, type Reply } from './message'
import type { ReplyDelta, ReplyEvent } from './reply-event'

/**
 * The reply after an event. Both processes keep a reply with this one function, so they cannot disagree.
 * A repeated delta changes nothing; one that would leave a gap returns undefined: read the reply again.
 */
export function applyReplyEvent(reply: Reply, event: ReplyEvent): Reply | undefined {
  if (event.type === 'reply-resume') return { ...reply, progress: { status: 'waiting' } }
  if (!isLive(reply)) return reply
  switch (event.type) {
    case 'reply-start':
      return reply
    case 'reply-retry':
      return { ...reply, progress: { status: 'waiting', retry: event.retry } }
    case 'reply-delta':
      return withDelta(reply, event)
    case 'reply-details':
      return { ...reply, details: { ...reply.details, ...event.details } }
    case 'reply-usage':
      return { ...reply, usage: event.usage }
    case 'reply-end':
      return { ...reply, progress: { status: 'ended', reason: event.reason } }
    case 'reply-error':
      return { ...reply, progress: { status: 'failed', error: event.error } }
    default:
      return assertNever(event)
  }
}

function withDelta(reply: Reply, { kind, at, text }: ReplyDelta): Reply | undefined {
  const known = reply[kind].length
  if (at > known) return undefined
  const fresh = text.slice(known - at)
  if (fresh === '') return reply
  return { ...reply, [kind]: reply[kind] + fresh, progress: { status: 'streaming' } }
}
