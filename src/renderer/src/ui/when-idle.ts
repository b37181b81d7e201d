/** Nobody waits longer, not even in a hidden window, which has no frames. */
const AT_MOST_MS = 500

/** When the page has drawn what it was given, and has time. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: AT_MOST_MS }))
}
