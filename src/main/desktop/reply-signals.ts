import type { Reply } from '#shared/message'

export interface ReplySignalsParts {
  /** Whether the user wants to be told. */
  readonly notifies: () => boolean
  /** Whether somebody looks at a window of the app. */
  readonly isLookedAt: () => boolean
  readonly titleOf: (conversationId: string) => string
  readonly notify: (conversationId: string, text: ReplyNotice) => void
  /** How it ended is said in the user's language. */
  readonly words: () => ReplySignalWords
  /** Whether anything is being answered, for the taskbar. */
  readonly showProgress: (isAnswering: boolean) => void
}

export interface ReplyNotice {
  readonly title: string
  readonly body: string
}

export interface ReplySignalWords {
  readonly answered: string
  readonly failed: string
  readonly untitled: string
}

export interface ReplySignals {
  /** A reply began, or is over. */
  changed(conversationId: string, reply: Pick<Reply, 'id' | 'progress'>, isOver: boolean): void
}

/**
 * Tells the desktop of replies: the taskbar while one is coming, and whoever is elsewhere when one has ended. A notice names
 * the conversation and none of the words of its answer. A reply that the user stopped is no news to them.
 */
export function createReplySignals(parts: ReplySignalsParts): ReplySignals {
  const { notifies, isLookedAt, titleOf, notify, words, showProgress } = parts
  const coming = new Set<string>()

  function tellEnd(conversationId: string, { progress }: Pick<Reply, 'progress'>): void {
    const isStopped = progress.status === 'ended' && progress.reason === 'stopped'
    if (isStopped || isLookedAt() || !notifies()) return
    const { answered, failed, untitled } = words()
    const title = titleOf(conversationId)
    notify(conversationId, {
      title: progress.status === 'failed' ? failed : answered,
      body: title === '' ? untitled : title,
    })
  }

  return {
    changed: (conversationId, reply, isOver) => {
      const before = coming.size
      if (isOver) coming.delete(reply.id)
      else coming.add(reply.id)
      if (before > 0 !== coming.size > 0) showProgress(coming.size > 0)
      if (isOver) tellEnd(conversationId, reply)
    },
  }
}
