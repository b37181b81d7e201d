import type { Bridge } from '#shared/contract'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** The only reading of the preload's global. Everyone else is handed a `Bridge`. */
export const bridge: Bridge = window.bridge
