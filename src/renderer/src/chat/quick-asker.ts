import type { Bridge } from '#shared/contract'

/** What the quick window asks of main about itself. */
export interface QuickAsker {
  /** Calls back when the window comes to the front; returns the function that ends it. */
  readonly onShown: (listener: () => void) => () => void
  readonly hide: () => void
  /** As tall as that, in CSS pixels. */
  readonly fit: (height: number) => void
  readonly openInWindow: (conversationId: string) => void
  /** Mints the id of the next conversation: the blank one that other windows find may be shown in one of them. */
  readonly newId: () => string
}

export function createQuickAsker(bridge: Bridge, newId: () => string): QuickAsker {
  return {
    newId,
    onShown: (listener) => bridge.on('quickShown', () => listener()),
    hide: () => void bridge.ask('hideQuick', {}),
    fit: (height) => void bridge.ask('fitQuick', { height }),
    openInWindow: (conversationId) => void bridge.ask('openInWindow', { conversationId }),
  }
}
