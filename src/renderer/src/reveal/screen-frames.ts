import type { Frames } from './reveal'

/** What the reveal wants to know of a screen: its frames, and whether motion on it serves anybody. */
export interface RevealScreen {
  readonly frames: Frames
  /** True while the window is hidden, or its reader prefers reduced motion. */
  isStill(): boolean
  /** Calls back when `isStill` may have changed. */
  subscribe(listener: () => void): () => void
}

/** What a reader in a hurry still sees flow. */
const QUICK_SPREAD = 0.35

/** A window without media queries, as component tests have it, has no reader who asks for less motion. */
type Page = Omit<Window, 'matchMedia'> & Partial<Pick<Window, 'matchMedia'>>

export function createWindowScreen(page: Page): RevealScreen {
  const { document } = page
  const root = document.documentElement
  const reducedMotion = page.matchMedia?.('(prefers-reduced-motion: reduce)')
  const wantsNoMotion = () =>
    reducedMotion?.matches === true ||
    root.dataset['motion'] === 'reduced' ||
    root.dataset['reveal'] === 'instant'
  return {
    frames: {
      now: () => page.performance.now(),
      request: (step) => page.requestAnimationFrame(() => step()),
      cancel: (id) => page.cancelAnimationFrame(id),
      spread: () => (root.dataset['reveal'] === 'quick' ? QUICK_SPREAD : 1),
    },
    isStill: () => document.hidden || wantsNoMotion(),
    subscribe: (listener) => {
      document.addEventListener('visibilitychange', listener)
      reducedMotion?.addEventListener('change', listener)
      const preferences = new MutationObserver(listener)
      preferences.observe(root, { attributeFilter: ['data-motion', 'data-reveal'] })
      return () => {
        preferences.disconnect()
        document.removeEventListener('visibilitychange', listener)
        reducedMotion?.removeEventListener('change', listener)
      }
    },
  }
}

/** The screen of this window. */
export const windowScreen = createWindowScreen(window)
