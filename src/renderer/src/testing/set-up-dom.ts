import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

/** jsdom has no layout, so nothing in it ever changes its size. */
globalThis.ResizeObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** Without a layout nothing is out of sight. */
Element.prototype.scrollIntoView = () => {}

/** jsdom has no editing commands: what is written for the user goes the other way. */
document.execCommand = () => false

/** jsdom is never idle by itself: what waits for that runs when the test lets time pass. */
globalThis.requestIdleCallback = (run) =>
  Number(setTimeout(() => run({ didTimeout: false, timeRemaining: () => 4 }), 0))
globalThis.cancelIdleCallback = (id) => clearTimeout(id)

/** jsdom has no width, so no window in it is narrow. */
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    ...{ media, matches: false, onchange: null },
    addListener: () => undefined,
    removeListener: () => undefined,
  })
/** The ids of tests need no escaping. */
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
