/** Which conversation this window shows, so that it shows the same one after a reload. */
export interface ShownConversation {
  read(): string | undefined
  keep(conversationId: string): void
}

const KEY = 'nagare.shown-conversation'

/** A storage that cannot be used costs only the memory: the latest conversation is shown. */
export function createShownConversation(storage: Pick<Storage, 'getItem' | 'setItem'>): ShownConversation {
  return {
    read: () => {
      try {
        return storage.getItem(KEY) ?? undefined
      } catch {
        return undefined
      }
    },
    keep: (conversationId) => {
      try {
        storage.setItem(KEY, conversationId)
      } catch {
        // The window shows the latest conversation after a reload, and nothing else is lost.
      }
    },
  }
}
