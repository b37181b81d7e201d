import type { Page } from '@playwright/test'

import type { Reached } from '../lags'

/** What the window has heard over the bridge; times in milliseconds since the epoch, on the window's clock. */
export interface Heard {
  /** How much of the answer was in the window's store. */
  readonly reached: Reached[]
  /** The type of the reply's last event. */
  ending: string | undefined
}

interface WatchedWindow {
  readonly bridge: Bridge
  bench?: { readonly heard: Heard; readonly stopWatching: () => void }
}

interface Bridge {
  on(name: 'reply', hear: (event: HeardEvent) => void): () => void
}

interface HeardEvent {
  readonly type: string
  readonly kind?: string
  readonly at: number
  readonly text: string
}

/**
 * Notes from now on what the window hears. The listener comes after the store's own, and listeners are called one
 * after the other: what it hears the store has applied.
 */
export async function watchWindow(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as unknown as WatchedWindow
    watched.bench?.stopWatching()
    const heard: Heard = { reached: [], ending: undefined }
    const stopWatching = watched.bridge.on('reply', (event) => {
      if (event.type === 'reply-delta' && event.kind === 'text') {
        const at = performance.timeOrigin + performance.now()
        heard.reached.push({ length: event.at + event.text.length, at })
      }
      if (event.type === 'reply-end' || event.type === 'reply-error') heard.ending = event.type
    })
    watched.bench = { heard, stopWatching }
  })
}

/** Waits until the reply has ended in the window, and gives what it heard. Throws when it ended badly. */
export async function untilEnd(page: Page, timeoutMs: number): Promise<Heard> {
  await page.waitForFunction(
    () => (window as unknown as WatchedWindow).bench?.heard.ending !== undefined,
    undefined,
    { timeout: timeoutMs, polling: POLLING_MS },
  )
  const heard = await page.evaluate(() => (window as unknown as Required<WatchedWindow>).bench.heard)
  if (heard.ending !== 'reply-end') throw new Error(`The reply ended with ${heard.ending ?? 'nothing'}.`)
  return heard
}

/** Waits until so many UTF-16 units of the answer have come. */
export async function untilReached(page: Page, length: number, timeoutMs: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const last = (window as unknown as WatchedWindow).bench?.heard.reached.at(-1)
      return last !== undefined && last.length >= wanted
    },
    length,
    { timeout: timeoutMs, polling: POLLING_MS },
  )
}

/** Seldom enough not to weigh on the window that is measured. */
const POLLING_MS = 50
