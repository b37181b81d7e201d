import type { Usage } from '#shared/message'

import type { ChatService } from '../chat/chat-service'
import type { DayLimit } from '../chat/day-limit'

export interface MeterParts {
  readonly dayLimit: Pick<DayLimit, 'judge'>
  readonly note: (request: { readonly modelId: string; readonly usage: Usage }) => void
  /** An answer has ended, however. */
  readonly onEnd: () => void
}

/**
 * Counts what other programs ask for to the user's account, and lets them ask for nothing when the day's limit is
 * reached: there is nobody to agree.
 */
export function meter(
  chat: Pick<ChatService, 'reply' | 'stop'>,
  { dayLimit, note, onEnd }: MeterParts,
): Pick<ChatService, 'reply' | 'stop'> {
  return {
    stop: chat.stop,
    reply: async function* (request) {
      const { modelId, replyId } = request
      const facts = dayLimit.judge(modelId)
      if (facts !== undefined) {
        yield { type: 'reply-error', replyId, error: { code: 'day-limit', detail: '', facts } }
        return
      }
      let usage: Usage | undefined
      try {
        for await (const event of chat.reply(request)) {
          if (event.type === 'reply-usage') usage = event.usage
          yield event
        }
      } finally {
        if (usage !== undefined) note({ modelId, usage })
        onEnd()
      }
    },
  }
}
