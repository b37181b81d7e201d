export interface HeldEvent<Event> {
  /** Returns the function that ends it. */
  readonly on: (listener: (event: Event) => void) => () => void
  readonly dispose: () => void
}

/**
 * An event that may come before the page listens, as it does in a window that was opened for it: while nobody does, the last
 * one waits for the first listener.
 */
export function holdEvent<Event>(follow: (listener: (event: Event) => void) => () => void): HeldEvent<Event> {
  const listeners = new Set<(event: Event) => void>()
  let held: { readonly event: Event } | undefined
  const dispose = follow((event) => {
    if (listeners.size === 0) held = { event }
    listeners.forEach((listener) => listener(event))
  })
  return {
    on: (listener) => {
      listeners.add(listener)
      const waiting = held
      held = undefined
      if (waiting !== undefined) listener(waiting.event)
      return () => listeners.delete(listener)
    },
    dispose,
  }
}
