import type { Bridge } from '#shared/contract'
import type { Intent } from '#shared/requests/intents'

/** What is wanted from outside. */
export interface IntentSource {
  /** For a conversation that is begun by it. */
  readonly newId: () => string
  /** Each is given once. */
  readonly take: () => Promise<readonly Intent[]>
  /** Calls back when there is more to take; returns the function that ends it. */
  readonly onMore: (listener: () => void) => () => void
}

export function createIntentSource(bridge: Bridge, newId: () => string): IntentSource {
  return {
    newId,
    take: async () => {
      const answer = await bridge.ask('takeIntents', {})
      return answer.ok ? answer.value.intents : []
    },
    onMore: (listener) => bridge.on('intents', listener),
  }
}
