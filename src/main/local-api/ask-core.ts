import { randomUUID } from 'node:crypto'

import type { BaseMessage } from '@langchain/core/messages'

import { assertNever } from '#shared/assert-never'
import type { AppError } from '#shared/app-error'
import type { EndReason, Usage } from '#shared/message'

import type { ChatService } from '../chat/chat-service'

export interface CoreRequest {
  readonly modelId: string
  readonly messages: readonly BaseMessage[]
}

/** What a program hears of a reply: words, then one ending. */
export type Heard =
  | { readonly type: 'words'; readonly kind: 'text' | 'thought'; readonly text: string }
  | { readonly type: 'end'; readonly reason: EndReason; readonly usage: Usage | undefined }
  | { readonly type: 'error'; readonly error: AppError }

/**
 * Asks the chat core; an abort closes the provider's socket. The core would repeat what was turned away before a word
 * was said. A program does that by itself, so it hears of the refusal at once.
 */
export async function* askCore(
  chat: Pick<ChatService, 'reply' | 'stop'>,
  { modelId, messages }: CoreRequest,
  signal: AbortSignal,
): AsyncGenerator<Heard> {
  const replyId = randomUUID()
  const stop = (): void => chat.stop(replyId)
  let usage: Usage | undefined
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const event of chat.reply({ replyId, modelId, messages: () => messages })) {
      // Whoever left before the core had begun.
      if (signal.aborted) stop()
      switch (event.type) {
        case 'reply-start':
        case 'reply-resume':
        case 'reply-details':
          break
        case 'reply-delta':
          yield { type: 'words', kind: event.kind, text: event.text }
          break
        case 'reply-usage':
          usage = event.usage
          break
        case 'reply-retry':
          return yield { type: 'error', error: event.retry.error }
        case 'reply-end':
          return yield { type: 'end', reason: event.reason, usage }
        case 'reply-error':
          return yield { type: 'error', error: event.error }
        default:
          return assertNever(event)
      }
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
