import type { Bridge } from '#shared/contract'
import type { Found } from '#shared/requests/search'

/** What the window asks of main to find something. */
export interface SearchAsker {
  /** Undefined when main could not answer. */
  search(text: string): Promise<Found | undefined>
  /** Makes a message part of what its conversation shows, and gives the conversation; undefined when it is gone. */
  reveal(messageId: string): Promise<string | undefined>
}

export function createSearchAsker(bridge: Bridge): SearchAsker {
  return {
    search: async (text) => {
      const answer = await bridge.ask('search', { text })
      return answer.ok ? answer.value : undefined
    },
    reveal: async (messageId) => {
      const answer = await bridge.ask('revealMessage', { messageId })
      return answer.ok ? answer.value.conversationId : undefined
    },
  }
}
