import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { HumanMessage } from '@langchain/core/messages'

import type { ReplyEvent } from '#shared/reply-event'

import { streamReply } from '../../../chat/stream-reply'
import { toAppError } from '../../../chat/to-app-error'

/** Every event of one reply; a failure is the last of them, as it is in the app. */
export async function hearReply(
  model: BaseChatModel,
  signal = new AbortController().signal,
): Promise<readonly ReplyEvent[]> {
  const replyId = 'reply'
  const events: ReplyEvent[] = []
  try {
    const messages = [new HumanMessage('話して')]
    for await (const event of streamReply({ replyId, model, messages, signal })) events.push(event)
  } catch (cause) {
    events.push({ type: 'reply-error', replyId, error: toAppError(cause, {}) })
  }
  return events
}

/** All words of one kind. */
export function wordsOf(events: readonly ReplyEvent[], wanted: 'text' | 'thought'): string {
  return events
    .flatMap((event) => (event.type === 'reply-delta' && event.kind === wanted ? [event.text] : []))
    .join('')
}

/** How it ended: the reason or the error's code. */
export function endingOf(events: readonly ReplyEvent[]): string | undefined {
  const last = events.at(-1)
  if (last?.type === 'reply-end') return last.reason
  return last?.type === 'reply-error' ? last.error.code : undefined
}
