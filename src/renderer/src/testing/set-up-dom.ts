import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

/** jsdom has no layout, so nothing in it ever changes its size. */
globalThis.ResizeObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
