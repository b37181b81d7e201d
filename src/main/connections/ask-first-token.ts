import { HumanMessage } from '@langchain/core/messages'
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

import { readChunk } from '../chat/read-chunk'
import { settleUnlessAborted } from '../transport/settle-unless-aborted'

/** Asks for an answer and hangs up at its first word, thought or finish reason: hardly anything is billed. */
export async function askFirstToken(
  open: () => Promise<BaseChatModel>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const hangUp = new AbortController()
  const either = AbortSignal.any([signal, hangUp.signal])
  try {
    const model = await settleUnlessAborted(open(), signal)
    for await (const chunk of await model.stream([new HumanMessage('Hello')], { signal: either })) {
      const { pieces, details } = readChunk(chunk)
      if (pieces.length > 0 || details?.finishReason !== undefined) return details?.modelVersion
    }
    return undefined
  } finally {
    hangUp.abort()
  }
}
