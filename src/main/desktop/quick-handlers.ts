import type { QuickAnswers } from '#shared/requests/quick'

import type { Handlers } from '../bridge/answer'
import { createFollowers } from '../bridge/followers'
import type { QuickKeys } from './quick-keys'

export interface QuickHandlersParts {
  readonly keys: Pick<QuickKeys, 'state' | 'follow'>
  readonly window: {
    readonly show: () => void
    readonly hide: () => void
    readonly fit: (height: number) => void
  }
  /** Shows a conversation in an ordinary window. */
  readonly showConversation: (conversationId: string) => void
}

/** Joins the contract's requests about the quick window to what answers them. */
export function quickHandlers(parts: QuickHandlersParts): Pick<Handlers, keyof QuickAnswers> {
  const { keys, window, showConversation } = parts
  const followers = createFollowers('quickKeys')
  keys.follow(followers.tell)

  return {
    readQuickKeys: (_, caller) => {
      followers.add(caller)
      return keys.state()
    },
    openQuick: () => window.show(),
    hideQuick: () => window.hide(),
    fitQuick: ({ height }) => window.fit(height),
    openInWindow: ({ conversationId }) => {
      // First: the app goes with its last window.
      showConversation(conversationId)
      window.hide()
    },
  }
}
