/** So much of what was typed last may be lost to a crash. */
const KEEP_AFTER_MS = 400

export interface DraftKeeper {
  /** The reader typed; main is told soon, also of one who never pauses. */
  typed(conversationId: string, text: string): void
  /** Main is told now. */
  flush(): void
}

/** Has what is typed and not sent kept, without a request for every key. */
export function createDraftKeeper(keep: (conversationId: string, text: string) => void): DraftKeeper {
  let waiting: { readonly conversationId: string; readonly text: string } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    const kept = waiting
    waiting = undefined
    if (kept !== undefined) keep(kept.conversationId, kept.text)
  }

  function typed(conversationId: string, text: string): void {
    if (waiting !== undefined && waiting.conversationId !== conversationId) flush()
    waiting = { conversationId, text }
    // A prompt that was sent is no draft any more.
    if (text === '') flush()
    else timer ??= setTimeout(flush, KEEP_AFTER_MS)
  }

  return { typed, flush }
}
