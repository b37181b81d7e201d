/** The longest that one piece of work may keep the window from its next frame. */
const SLICE_MS = 4

/** Runs something once when the window has nothing else to do, and tells it how long it may last. */
export function whenIdle(run: (mayGoOn: () => boolean) => void): () => void {
  const handle = requestIdleCallback((deadline) => {
    const end = performance.now() + Math.min(SLICE_MS, deadline.timeRemaining())
    run(() => performance.now() < end)
  })
  return () => cancelIdleCallback(handle)
}
